import type { TranslationRow } from '#contract/translations.ts'

/** What a row belongs to, as a key of the words: a block's kind, or the field of a picture or of the metadata. */
export function blockLabel({ blockKind, field }: Pick<TranslationRow, 'blockKind' | 'field'>): string {
  if (field === 'text') return `block.${blockKind}`
  return `field.${field}`
}

/** True where a block or a field begins: its name is drawn above the row. */
export function beginsBlock(row: TranslationRow, before: TranslationRow | undefined): boolean {
  return before === undefined || before.block !== row.block || before.field !== row.field
}
