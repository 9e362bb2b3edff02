import { type CodedText, plainText } from '#domain/segments/coded-text.ts'
import type { MetTerm } from '#domain/terms/recognise.ts'
import { checkSegment } from './check-segment.ts'
import type { SegmentToCheck } from './checked-segment.ts'
import type { Finding } from './finding.ts'

/** One row of a translation; rows that are omitted on purpose are not handed in. */
export type RowToCheck = Readonly<{ id: string }> & Pick<SegmentToCheck, 'source' | 'target'>

export type TranslationContext = Readonly<{
  sourceLanguage: string
  targetLanguage: string
  /** The terms met in a row's source, and the forms forbidden anywhere. */
  termsOf: (row: RowToCheck) => readonly MetTerm[]
}>

/** The findings of each row by its id; a row without any is not listed. */
export type CheckedRows = ReadonlyMap<string, readonly Finding[]>

/** Every check of every row, and whether the same sentence is translated the same throughout. */
export function checkTranslation(rows: readonly RowToCheck[], context: TranslationContext): CheckedRows {
  const found = new Map<string, Finding[]>()
  for (const row of rows) {
    const { sourceLanguage, targetLanguage } = context
    const findings = checkSegment({ ...row, sourceLanguage, targetLanguage, terms: context.termsOf(row) })
    if (findings.length > 0) found.set(row.id, [...findings])
  }
  for (const [row, finding] of checkTogether(rows)) found.set(row, [...(found.get(row) ?? []), finding])
  return found
}

/** Whether the same sentence is translated the same throughout: the part of `checkTranslation` that needs all rows. */
export function checkTogether(rows: readonly RowToCheck[]): readonly (readonly [string, Finding])[] {
  const texts = rows.map(textsOf).filter(({ target }) => target.key !== '')
  return [...findDiffering(texts), ...findRepeated(texts)]
}

type Words = Readonly<{
  text: string
  /** As it is compared: case and spaces make no other sentence. */
  key: string
}>
type RowTexts = Readonly<{ id: string; source: Words; target: Words }>

/** A long text is looked over after every row that is confirmed: what did not change is not read again. */
const known = new WeakMap<CodedText, Words>()

function wordsOf(coded: CodedText): Words {
  const before = known.get(coded)
  if (before) return before
  const text = plainText(coded)
  const words = { text, key: text.trim().toLowerCase().replace(/\s+/g, ' ') }
  known.set(coded, words)
  return words
}

function textsOf({ id, source, target }: RowToCheck): RowTexts {
  return { id, source: wordsOf(source), target: wordsOf(target) }
}

/** One sentence of the source translated in several ways. */
function findDiffering(rows: readonly RowTexts[]): readonly (readonly [string, Finding])[] {
  return groups(rows, ({ source }) => source.key).flatMap((group) =>
    new Set(group.map(({ target }) => target.key)).size < 2
      ? []
      : group.map(
          (row) => [row.id, togetherFinding('target-differs', row, others(row, group, 'target'))] as const,
        ),
  )
}

/** Different sentences of the source that became one in the target. */
function findRepeated(rows: readonly RowTexts[]): readonly (readonly [string, Finding])[] {
  return groups(rows, ({ target }) => target.key).flatMap((group) =>
    new Set(group.map(({ source }) => source.key)).size < 2
      ? []
      : group.map(
          (row) => [row.id, togetherFinding('target-repeated', row, others(row, group, 'source'))] as const,
        ),
  )
}

function togetherFinding(
  kind: 'target-differs' | 'target-repeated',
  row: RowTexts,
  written: string,
): Finding {
  const spans = {
    source: [{ start: 0, end: row.source.text.length }],
    target: [{ start: 0, end: row.target.text.length }],
  }
  return {
    kind,
    severity: kind === 'target-differs' ? 'warning' : 'notice',
    ...spans,
    facts: { others: written },
  }
}

const mostShown = 3

function others(row: RowTexts, group: readonly RowTexts[], side: 'source' | 'target'): string {
  const different = group.map((other) => other[side]).filter(({ key }) => key !== row[side].key)
  return [...new Set(different.map(({ text }) => text))].slice(0, mostShown).join(' · ')
}

function groups(
  rows: readonly RowTexts[],
  keyOf: (row: RowTexts) => string,
): readonly (readonly RowTexts[])[] {
  const byKey = new Map<string, RowTexts[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = byKey.get(key)
    if (group) group.push(row)
    else byKey.set(key, [row])
  }
  return [...byKey.values()].filter((group) => group.length > 1)
}
