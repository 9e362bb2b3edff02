import type { FileFilter } from 'electron'
import type { Texts } from './texts.ts'

export const fileKinds = ['documents', 'pictures', 'any'] as const

const extensions = {
  documents: ['docx', 'doc', 'txt', 'md', 'html', 'htm'],
  pictures: ['jpg', 'jpeg', 'png', 'webp', 'heic', 'heif'],
  any: [],
} as const

/** What the open dialog offers; every kind can also show all files. */
export function fileFilters(kind: (typeof fileKinds)[number], texts: Texts): FileFilter[] {
  const all = { name: texts.say('files.any'), extensions: ['*'] }
  return kind === 'any'
    ? [all]
    : [{ name: texts.say(`files.${kind}`), extensions: [...extensions[kind]] }, all]
}
