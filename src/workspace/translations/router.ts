import { type Failure, failure } from '#contract/failures.ts'
import type { RowsView, TranslationRow, TranslationSummary } from '#contract/translations.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ClientContext } from '../binding/clients.ts'
import { answer, operations } from '../binding/operations.ts'
import { signedIn } from '../binding/signed-in.ts'
import { openTranslation } from '../documents/opened-translation.ts'
import type { Services } from '../services.ts'
import { commentOn, listComments, settleComment } from './commenting.ts'
import { createTranslation } from './creating.ts'
import {
  addSentenceBehind,
  discardText,
  ignoreInRow,
  mergeWithNextRow,
  type OnRow,
  omitRow,
  pickText,
  removeSentence,
  separateRepeated,
  setTranslationMetadata,
  shareAgain,
  unconfirm,
  unmergeMergedRow,
  writeTarget,
} from './editing.ts'
import { followRows } from './following.ts'
import { previewTranslation } from './preview.ts'
import { reviewTranslation } from './reviewing.ts'
import { heldSummary, summarize, viewOneRow, viewRows } from './summary.ts'
import type { TranslationIndex } from './translation-index.ts'
import { listTranslations } from './translation-list.ts'

/** Told in which block each client types, so that what it leaves is judged (SEC1). */
export type Typing = Readonly<{ typing(client: string, document: DocumentId, block: string | null): void }>

type RowInput = Readonly<{ document: string; row: string }>
type WriteInput = RowInput &
  Readonly<{
    source: TranslationRow['source']
    before: TranslationRow['target']
    target: TranslationRow['target']
    profile: string | null
    batch: string | null
  }>

/** Translating, sentence by sentence: `contract/translations.ts`. */
export function translationsRouter(services: Services, index: TranslationIndex, stamps: Typing) {
  const { translations } = operations
  const view = (document: string) => viewTranslation(services, document as DocumentId)

  /** Who is signed in does something to a row; answers the row it became. */
  async function change(
    context: ClientContext,
    input: RowInput & Readonly<{ profile?: string | null }>,
    work: (at: OnRow) => Promise<Result<string, Failure>>,
  ): Promise<TranslationRow> {
    const profile = answer(authorOf(services, context, input.profile ?? null))
    const document = input.document as DocumentId
    const row = answer(await work({ document, row: input.row, profile }))
    return answer(rowOf(services, document, row))
  }

  async function write(
    context: ClientContext,
    input: WriteInput,
    confirms: boolean,
  ): Promise<TranslationRow | null> {
    const { row, source, before, target, batch } = input
    const document = input.document as DocumentId
    const sent = batch === null ? undefined : { client: context.client, batch }
    // Before anything that may refuse: what is refused was written by no earlier try. And in one breath with the edit.
    const repeated = sent && services.documents.savedBefore(sent)
    if (repeated && (await repeated).ok) return rowIfThere(services, document, row)
    const profile = answer(authorOf(services, context, input.profile))
    const at = { document, row, profile, sent }
    const holder = answer(await writeTarget(services, { ...at, source, before, target, confirms }))
    const written = holder === null ? null : answer(rowOf(services, document, holder))
    stamps.typing(context.client, document, confirms ? null : (written?.block ?? null))
    return written
  }

  return {
    create: translations.create.handler(async ({ input, context }) => {
      const document = answer(await createTranslation(services, input, answer(signedIn(services, context))))
      return answer(summaryOf(services, document))
    }),
    list: translations.list.handler(({ input }) => {
      index.catchUp(input.article ?? undefined)
      return listTranslations(services.store.read, input)
    }),
    get: translations.get.handler(({ input }) => answer(summaryOf(services, input.document as DocumentId))),
    rows: translations.rows.handler(({ input }) => answer(view(input.document))),
    follow: translations.follow.handler(async function* ({ input, signal }) {
      answer(view(input.document))
      const now = () => view(input.document)
      yield* followRows(services, input.document as DocumentId, input.after, now, signal)
    }),
    write: translations.write.handler(({ input, context }) => write(context, input, false)),
    confirm: translations.confirm.handler(({ input, context }) => write(context, input, true)),
    unconfirm: translations.unconfirm.handler(({ input, context }) =>
      change(context, input, (at) => unconfirm(services, at)),
    ),
    omit: translations.omit.handler(({ input, context }) =>
      change(context, input, (at) => omitRow(services, at, input.omitted)),
    ),
    add: translations.add.handler(({ input, context }) =>
      change(context, input, (at) => addSentenceBehind(services, at, input.id)),
    ),
    removeAdded: translations.removeAdded.handler(async ({ input, context }) => {
      const profile = answer(authorOf(services, context, null))
      const document = input.document as DocumentId
      answer(await removeSentence(services, { document, row: input.row, profile }))
      return {}
    }),
    merge: translations.merge.handler(({ input, context }) =>
      change(context, input, (at) => mergeWithNextRow(services, at)),
    ),
    unmerge: translations.unmerge.handler(({ input, context }) =>
      change(context, input, (at) => unmergeMergedRow(services, at)),
    ),
    separate: translations.separate.handler(({ input, context }) =>
      change(context, input, (at) => separateRepeated(services, at)),
    ),
    share: translations.share.handler(({ input, context }) =>
      change(context, input, (at) => shareAgain(services, at)),
    ),
    pick: translations.pick.handler(({ input, context }) =>
      change(context, input, (at) => pickText(services, at, input.text)),
    ),
    discard: translations.discard.handler(async ({ input, context }) => {
      const profile = answer(authorOf(services, context, null))
      const document = input.document as DocumentId
      answer(await discardText(services, { document, profile }, input.text))
      return {}
    }),
    ignoreFinding: translations.ignoreFinding.handler(({ input, context }) =>
      change(context, input, (at) => ignoreInRow(services, at, input)),
    ),
    comments: translations.comments.handler(({ input }) =>
      answer(listComments(services, input.document as DocumentId)),
    ),
    comment: translations.comment.handler(async ({ input, context }) => {
      const document = input.document as DocumentId
      return answer(await commentOn(services, { ...input, document }, answer(signedIn(services, context))))
    }),
    resolveComment: translations.resolveComment.handler(async ({ input, context }) => {
      const document = input.document as DocumentId
      return answer(
        await settleComment(services, { ...input, document }, answer(signedIn(services, context))),
      )
    }),
    review: translations.review.handler(({ input }) =>
      answer(reviewTranslation(services, input.revision, input.since)),
    ),
    setMetadata: translations.setMetadata.handler(async ({ input, context }) => {
      const document = input.document as DocumentId
      const profile = answer(authorOf(services, context, null))
      answer(await setTranslationMetadata(services, { document, profile }, input.name, input.value))
      return answer(summaryOf(services, document))
    }),
    preview: translations.preview.handler(({ input }) =>
      previewTranslation(answer(openTranslation(services, input.document as DocumentId)), input.blocks),
    ),
  }
}

function viewTranslation(services: Services, document: DocumentId): Result<RowsView, Failure> {
  const opened = openTranslation(services, document)
  return opened.ok ? succeed(viewRows(services, opened.value)) : opened
}

function summaryOf(services: Services, document: DocumentId): Result<TranslationSummary, Failure> {
  const opened = openTranslation(services, document)
  return opened.ok ? succeed(heldSummary(services.store.read, summarize(services, opened.value))) : opened
}

function rowOf(services: Services, document: DocumentId, row: string): Result<TranslationRow, Failure> {
  const opened = openTranslation(services, document)
  if (!opened.ok) return opened
  const found = viewOneRow(services, opened.value, row)
  return found ? succeed(found) : fail(failure('row-unknown', { row }))
}

function rowIfThere(services: Services, document: DocumentId, row: string): TranslationRow | null {
  const found = rowOf(services, document, row)
  return found.ok ? found.value : null
}

/** The signed-in person; what somebody else typed is not taken as theirs (TRUST6). */
function authorOf(
  services: Services,
  context: ClientContext,
  profile: string | null,
): Result<string, Failure> {
  const person = signedIn(services, context)
  if (!person.ok) return person
  if (profile === null || profile === person.value.id) return succeed(person.value.id)
  return fail(failure('other-author', { author: services.records.person(profile)?.name ?? profile }))
}
