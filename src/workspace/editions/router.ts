import type { EditionView } from '#contract/editions.ts'
import { type Failure, failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ClientContext } from '../binding/clients.ts'
import { answer, operations } from '../binding/operations.ts'
import { signedIn } from '../binding/signed-in.ts'
import { storyBoard } from './board.ts'
import { arrangeEdition, createEdition, refreshField, writeField } from './edition-editing.ts'
import type { EditionIndex } from './edition-index.ts'
import { listEditions } from './edition-list.ts'
import type { EditionServices } from './edition-services.ts'
import { viewEdition } from './edition-view.ts'
import { openEdition } from './opened-edition.ts'

/** Told in which field each client types, so that what it leaves is judged (SEC1). */
type Typing = Readonly<{ typing(client: string, document: DocumentId, block: string | null): void }>

/** The texts for channels: `contract/editions.ts`. */
export function editionsRouter(services: EditionServices, index: EditionIndex, stamps: Typing) {
  const { editions } = operations
  const view = (document: DocumentId) => answer(viewOf(services, document))
  return {
    board: editions.board.handler(({ input }) => [...answer(storyBoard(services, input.article))]),
    list: editions.list.handler(({ input }) => {
      index.catchUp()
      return listEditions(services, input)
    }),
    create: editions.create.handler(async ({ input, context }) => {
      const { id } = answer(signedIn(services, context))
      return view(answer(await createEdition(services, input, id)))
    }),
    get: editions.get.handler(({ input }) => view(input.document as DocumentId)),
    write: editions.write.handler(async ({ input, context }) => {
      const document = input.document as DocumentId
      const { field, before, text, batch } = input
      const sent = batch === null ? undefined : { client: context.client, batch }
      // Before anything that may refuse: what is refused was written by no earlier try.
      const repeated = sent && services.documents.savedBefore(sent)
      if (repeated && (await repeated).ok) return view(document)
      const profile = answer(authorOf(services, context, input.profile))
      answer(await writeField(services, { document, field, before, text, profile, sent }))
      stamps.typing(context.client, document, field)
      return view(document)
    }),
    refresh: editions.refresh.handler(async ({ input, context }) => {
      const document = input.document as DocumentId
      const { id: profile } = answer(signedIn(services, context))
      answer(await refreshField(services, { ...input, document, profile }))
      return view(document)
    }),
    arrange: editions.arrange.handler(async ({ input, context }) => {
      const document = input.document as DocumentId
      const { id: profile } = answer(signedIn(services, context))
      answer(await arrangeEdition(services, { document, pictures: input.pictures, profile }))
      return view(document)
    }),
  }
}

function viewOf(services: EditionServices, document: DocumentId): Result<EditionView, Failure> {
  const opened = openEdition(services, document)
  return opened.ok ? succeed(viewEdition(services, opened.value)) : opened
}

/** What one person typed is not recorded as another's (TRUST6). */
function authorOf(
  services: EditionServices,
  context: ClientContext,
  profile: string | null,
): Result<string, Failure> {
  const person = signedIn(services, context)
  if (!person.ok) return person
  if (profile === null || profile === person.value.id) return succeed(person.value.id)
  return fail(failure('other-author', { author: services.records.person(profile)?.name ?? profile }))
}
