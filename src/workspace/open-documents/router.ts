import { type Failure, failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ClientContext } from '../binding/clients.ts'
import { answer, operations } from '../binding/operations.ts'
import { signedIn } from '../binding/signed-in.ts'
import { decodeBase64, encodeBase64 } from '../documents/base64.ts'
import type { Services } from '../services.ts'
import { createPresence, type Present } from './presence.ts'

/** Told where each client types, so that what it leaves is judged (SEC1). */
export type Typing = Readonly<{
  typing(client: string, document: DocumentId, block: string | null): void
  settle(client: string, document: DocumentId): Result<null, Failure>
}>

type AppendInput = Readonly<{
  document: string
  client: string
  batch: string
  updates: readonly string[]
  profile: string | null
  typingIn: string | null
}>

/** Opening, typing, following: `contract/documents.ts`. */
export function documentsRouter(services: Services, stamps: Typing) {
  const { documents } = operations
  const presence = createPresence(services.events)
  return {
    open: documents.open.handler(({ input }) => answer(openDocument(services, input.document as DocumentId))),
    append: documents.append.handler(async ({ input, context }) => {
      presence.typing(input.document as DocumentId, context.client, input.typingIn)
      return answer(await appendUpdates(services, stamps, context, input))
    }),
    follow: documents.follow.handler(async function* ({ input, signal, context }) {
      const document = input.document as DocumentId
      answer(services.documents.state(document))
      const leave = presence.enter(document, context)
      try {
        yield* services.documents.follow(document, input.after, signal)
      } finally {
        leave()
      }
    }),
    present: documents.present.handler(({ input, context }) =>
      presence
        .besides(input.document as DocumentId, context.client)
        .map((present) => presentView(services, context, present)),
    ),
    settle: documents.settle.handler(({ input, context }) => {
      presence.typing(input.document as DocumentId, context.client, null)
      answer(stamps.settle(context.client, input.document as DocumentId))
      return {}
    }),
    close: documents.close.handler(({ input, context }) => {
      // one that cannot be read is closed all the same
      stamps.settle(context.client, input.document as DocumentId)
      services.documents.close(input.document as DocumentId)
      return {}
    }),
  }
}

function openDocument(services: Services, document: DocumentId) {
  const state = services.documents.state(document)
  if (!state.ok) return state
  const { update, seq, readOnly } = state.value
  return succeed({ document, update: encodeBase64(update), seq, readOnly })
}

async function appendUpdates(services: Services, stamps: Typing, context: ClientContext, input: AppendInput) {
  const person = signedIn(services, context)
  if (!person.ok) return person
  const author = input.profile ?? person.value.id
  if (author !== person.value.id) return otherAuthor(services, author)
  stamps.typing(context.client, input.document as DocumentId, input.typingIn)
  return services.documents.append({
    ...input,
    document: input.document as DocumentId,
    profile: author,
    updates: input.updates.map(decodeBase64),
  })
}

function otherAuthor({ records }: Services, profile: string): Result<never, Failure> {
  return fail(failure('other-author', { author: records.person(profile)?.name ?? profile }))
}

function presentView({ records }: Services, asking: ClientContext, { context, typingIn }: Present) {
  const id = context.profile ?? ''
  const name = records.person(id)?.name ?? id
  return { person: { id, name }, self: context.profile === asking.profile, typingIn }
}
