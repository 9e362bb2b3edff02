import { uuidv7 } from 'uuidv7'
import type * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import {
  confirmTarget,
  ignoreFinding,
  omitOccurrence,
  setAside,
  setOwnMetadata,
} from '#documents/translation/edit-translation.ts'
import { targetHash } from '#documents/translation/read-translation.ts'
import {
  addBehind,
  confirmRow,
  type Editor,
  mergeRows,
  mergeWithNext,
  pickVariant,
  removeAdded,
  rowRuns,
  separateRow,
  shareRow,
  unmergeRow,
  writeGone,
  writeRow,
} from '#documents/translation/row-edits.ts'
import type { Run } from '#domain/blocks.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import type { CodedText } from '#domain/segments/coded-text.ts'
import { runsFromCoded } from '#domain/segments/inline-codes.ts'
import { occurrenceId } from '#domain/segments/segments.ts'
import { writesSpaces } from '#domain/segments/sentence-rules.ts'
import type { AlignedRow, SentenceRow } from '#domain/translation/aligned-rows.ts'
import type { TranslationView } from '#domain/translation/view.ts'
import type { SentBatch } from '../documents/batches.ts'
import { editTranslation, sourceOf } from '../documents/opened-translation.ts'
import { revisionHash } from '../documents/revisions.ts'
import type { Services } from '../services.ts'

export type EditServices = Pick<Services, 'documents' | 'clock'>
/** Who changes which row of which translation; `sent` when it may be sent again. */
export type OnRow = Readonly<{
  document: DocumentId
  row: string
  profile: string
  sent?: SentBatch | undefined
}>
/** The id of the row that an answer is about. */
type Outcome = Promise<Result<string, Failure>>
type Work = Readonly<{
  doc: Y.Doc
  view: TranslationView
  row: AlignedRow
  editor: Editor
  viewAgain: () => TranslationView
}>
type Change<Value = string> = (
  doc: Y.Doc,
  view: TranslationView,
  viewAgain: () => TranslationView,
) => Result<Value, Failure>
type Refusal = Extract<Failure, { code: 'row-refuses' }>['facts']['reason']

function onRow(
  services: EditServices,
  { document, row, profile, sent }: OnRow,
  work: (at: Work) => Result<string, Failure>,
): Outcome {
  const editor = { by: profile, at: services.clock.now(), fresh: uuidv7 }
  const change: Change = (doc, view, viewAgain) => {
    const found = view.rows.find(({ id }) => id === row)
    return found ? work({ doc, view, row: found, editor, viewAgain }) : fail(failure('row-unknown', { row }))
  }
  return editTranslation(services, document, profile, change, sent)
}

function refuse(row: string, reason: Refusal): Result<never, Failure> {
  return fail(failure('row-refuses', { row, reason }))
}

function onSentence(
  services: EditServices,
  at: OnRow,
  work: (at: Work & Readonly<{ row: SentenceRow }>) => Result<string, Failure>,
): Outcome {
  return onRow(services, at, (found) =>
    found.row.kind === 'sentence' ? work({ ...found, row: found.row }) : refuse(at.row, 'added'),
  )
}

/** `source`: the sentence as the writer saw it, should it be gone by now. */
type Writing = OnRow &
  Readonly<{ source: CodedText; before: CodedText; target: CodedText; confirms: boolean }>

/**
 * Writes a target; what others wrote meanwhile stays. Confirms the words that the writer sees, if asked. Answers the row
 * that holds the words, null when they are an orphan.
 */
export function writeTarget(
  services: EditServices,
  writing: Writing,
): Promise<Result<string | null, Failure>> {
  const before = normalized(writing.before)
  const target = normalized(writing.target)
  const outcome = onRow(services, writing, ({ doc, view, row, editor }) => {
    if (row.state === 'variants') return refuse(row.id, 'variants')
    if (writing.confirms && target.every(({ text }) => text.trim() === '')) return refuse(row.id, 'empty')
    const text = writeRow(doc, view, row, { before, target }, editor)
    if (writing.confirms) confirmRow(doc, text, targetHash(target, revisionHash), editor)
    return succeed(row.id)
  })
  return keepingGone(services, writing, { before, target }, outcome)
}

/** The row has gone because the source changed this moment: what was typed is kept, and the row it is offered in answered. */
async function keepingGone(
  services: EditServices,
  writing: Writing,
  change: Readonly<{ before: readonly Run[]; target: readonly Run[] }>,
  outcome: Outcome,
): Promise<Result<string | null, Failure>> {
  const written = await outcome
  const gone = goneRow(writing.row)
  if (written.ok || written.failure.code !== 'row-unknown' || !gone) return written
  const editor = { by: writing.profile, at: services.clock.now(), fresh: uuidv7 }
  const keep: Change<string | null> = (doc, view, viewAgain) => {
    const text = writeGone(doc, view, { ...gone, source: writing.source }, change, editor)
    const heir = viewAgain().rows.find(
      (row) => row.kind === 'sentence' && row.offers.some((offer) => offer.text.id === text),
    )
    return succeed(heir?.id ?? null)
  }
  return editTranslation(services, writing.document, writing.profile, keep, writing.sent)
}

/** Key and place in the id of a sentence's row. */
function goneRow(row: string): Readonly<{ key: string; place: string }> | undefined {
  const [, key, place] = row.match(/^([0-9a-f]{32})\|(.+\/.+\/\d+)$/u) ?? []
  return key !== undefined && place !== undefined ? { key, place } : undefined
}

function normalized(text: CodedText): readonly Run[] {
  return runsFromCoded(text).map(({ text: words, marks }) => ({ text: words.normalize('NFC'), marks }))
}

export function unconfirm(services: EditServices, at: OnRow): Outcome {
  return onRow(services, at, ({ doc, row }) => {
    const text = row.kind === 'added' ? `+/${row.text.id}` : row.text?.id
    if (text !== undefined) confirmTarget(doc, text, null)
    return succeed(row.id)
  })
}

export function omitRow(services: EditServices, at: OnRow, omitted: boolean): Outcome {
  return onSentence(services, at, ({ doc, row, editor: { by, at: when } }) => {
    omitOccurrence(doc, row.id, omitted ? { by, at: when } : null)
    return succeed(row.id)
  })
}

/** Ignores what a check says of a sentence, or (null) minds it again. A reason is read by others: no stamp in it (SEC1). */
export function ignoreInRow(
  services: EditServices,
  at: OnRow,
  { finding, reason }: Readonly<{ finding: string; reason: string | null }>,
): Outcome {
  const words = reason?.normalize('NFC') ?? null
  const stamp = words === null ? undefined : findStamp(words)
  if (stamp) return Promise.resolve(fail(failure('secret-stamp', { where: at.document, ...stamp })))
  return onSentence(services, at, ({ doc, row, editor }) => {
    const why = words === null ? null : { reason: words, by: editor.by, at: editor.at }
    ignoreFinding(doc, row.source.segment.key, finding, why)
    return succeed(row.id)
  })
}

/** Answers the row of the new sentence. */
export function addSentenceBehind(services: EditServices, at: OnRow, id: string): Outcome {
  return onRow(services, at, ({ doc, view, row, editor }) => {
    addBehind(doc, view, row, id, editor)
    return succeed(`+${id}`)
  })
}

export function removeSentence(services: EditServices, at: OnRow): Outcome {
  return onRow(services, at, ({ doc, row }) => {
    if (row.kind !== 'added') return refuse(row.id, 'notAdded')
    removeAdded(doc, row)
    return succeed(row.id)
  })
}

/** Answers the merged row. */
export function mergeWithNextRow(services: EditServices, at: OnRow): Outcome {
  const source = sourceOf(services, at.document)
  const space = source.ok && writesSpaces(source.value.name.language) ? ' ' : ''
  return onSentence(services, at, ({ doc, view, row, editor, viewAgain }) => {
    const merge = mergeWithNext(view, row)
    if (!merge) return refuse(row.id, 'notMergeable')
    const next = view.rows.find((other) => other.kind === 'sentence' && begins(other, merge.second))
    if (row.state === 'variants' || next?.state === 'variants') return refuse(row.id, 'variants')
    const texts = [row, next].flatMap((each) => (each?.kind === 'sentence' && each.text ? [each.text] : []))
    mergeRows(doc, merge, texts, viewAgain, space, editor)
    return succeed(rowHolding(viewAgain(), merge.first, row.id))
  })
}

/** Answers the first of the rows that stand alone again. */
export function unmergeMergedRow(services: EditServices, at: OnRow): Outcome {
  return onSentence(services, at, ({ doc, view, row, viewAgain }) => {
    const [first, second] = row.source.members
    if (!first || !second) return refuse(row.id, 'notMerged')
    unmergeRow(doc, view, row)
    return succeed(rowHolding(viewAgain(), occurrenceId(first), row.id))
  })
}

function begins(row: SentenceRow, occurrence: string): boolean {
  const [first] = row.source.members
  return first !== undefined && occurrenceId(first) === occurrence
}

function rowHolding({ rows }: TranslationView, occurrence: string, otherwise: string): string {
  const found = rows.find(
    (row) =>
      row.kind === 'sentence' && row.source.members.some((member) => occurrenceId(member) === occurrence),
  )
  return found?.id ?? otherwise
}

export function separateRepeated(services: EditServices, at: OnRow): Outcome {
  return onSentence(services, at, ({ doc, row, editor }) => {
    if (row.state === 'variants') return refuse(row.id, 'variants')
    if (!row.text) return refuse(row.id, 'empty')
    if (row.shared < 2 && !row.separated) return refuse(row.id, 'notRepeated')
    separateRow(doc, row, editor)
    return succeed(row.id)
  })
}

export function shareAgain(services: EditServices, at: OnRow): Outcome {
  return onSentence(services, at, ({ doc, view, row }) => {
    shareRow(doc, view, row)
    return succeed(row.id)
  })
}

export function pickText(services: EditServices, at: OnRow, text: string): Outcome {
  return onSentence(services, at, ({ doc, view, row }) => {
    if (!row.variants.some(({ id }) => id === text)) return refuse(row.id, 'empty')
    pickVariant(doc, view, row, text)
    return succeed(row.id)
  })
}

/** Sets an orphan aside. */
export function discardText(
  services: EditServices,
  { document, profile }: Omit<OnRow, 'row'>,
  text: string,
): Outcome {
  return editTranslation(services, document, profile, (doc, view) => {
    const found = view.orphans.find(({ id }) => id === text)
    if (!found) return fail(failure('not-found', { what: text }))
    setAside(doc, text, targetHash(rowRuns(doc, text), revisionHash))
    return succeed(text)
  })
}

export function setTranslationMetadata(
  services: EditServices,
  { document, profile }: Omit<OnRow, 'row'>,
  name: string,
  value: string,
): Outcome {
  return editTranslation(services, document, profile, (doc) => {
    setOwnMetadata(doc, name, value.normalize('NFC').trim())
    return succeed(name)
  })
}
