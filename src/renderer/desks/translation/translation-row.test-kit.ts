import type { TranslationRow } from '#contract/translations.ts'

/** A sentence with a wrong number in its draft. */
export function makeRow(changes: Partial<TranslationRow>): TranslationRow {
  return {
    row: 'r',
    kind: 'sentence',
    block: 'b',
    blockKind: 'paragraph',
    field: 'text',
    key: 'k',
    source: ['Có 12 xã.'],
    target: ['There are 21 communes.'],
    state: 'draft',
    text: null,
    shared: 1,
    separated: false,
    merged: 1,
    variants: [],
    offers: [],
    confirmedBy: null,
    confirmedAt: null,
    ignored: [],
    comments: 0,
    words: 3,
    ...changes,
  }
}
