import type { EditionField, EditionKind } from '../channels.ts'

/** The post as it is pasted in one, its fields a line apart; '' for kinds whose fields have places of their own. */
export function wholePost(kind: EditionKind, text: (field: EditionField) => string): string {
  const order: readonly EditionField[] =
    kind === 'facebook' ? ['text', 'link', 'tags'] : kind === 'tiktok' || kind === 'sms' ? ['text'] : []
  return order
    .map(text)
    .filter((part) => part !== '')
    .join('\n\n')
}
