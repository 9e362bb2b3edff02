import type { EditionField, EditionKind } from '../channels.ts'

/** The texts that an edition of each kind has, in the order in which they are filled in where they are posted. */
const fields: Readonly<Record<EditionKind, readonly EditionField[]>> = {
  facebook: ['text', 'link', 'tags'],
  youtube: ['title', 'text', 'tags'],
  tiktok: ['text'],
  zalo: ['title', 'lead', 'author', 'text', 'link'],
  sms: ['text'],
  email: ['title', 'text', 'link'],
  led: ['slides', 'running'],
  loudspeaker: ['script'],
}

/** Fields without which nothing can be posted. */
const needed: Readonly<Record<EditionKind, readonly EditionField[]>> = {
  facebook: ['text'],
  youtube: ['title'],
  tiktok: ['text'],
  zalo: ['title', 'text'],
  sms: ['text'],
  email: ['title', 'text'],
  led: ['slides'],
  loudspeaker: ['script'],
}

export function fieldsOf(kind: EditionKind): readonly EditionField[] {
  return fields[kind]
}

export function needs(kind: EditionKind, field: EditionField): boolean {
  return needed[kind].includes(field)
}

/** What a field's text cannot hold on its channel. */
export type FieldProblem = 'empty' | 'angle'

/** YouTube refuses < and > in titles and descriptions (API reference, `snippet.title` and `snippet.description`). */
export function fieldProblems(kind: EditionKind, field: EditionField, text: string): readonly FieldProblem[] {
  const empty = needs(kind, field) && text.trim() === ''
  const angle = kind === 'youtube' && /[<>]/.test(text)
  return [...(empty ? (['empty'] as const) : []), ...(angle ? (['angle'] as const) : [])]
}
