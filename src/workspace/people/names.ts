import { fileSlug } from '#domain/file-slug.ts'

/** A name as it is signed: composed letters (LANG1), one line, single spaces. */
export function cleanName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** A text file's name that every system takes, made from a person's or a newsroom's name. */
export function fileNameFrom(name: string, suffix: string): string {
  const slug = fileSlug(name)
  return `${slug === '' ? 'tramtin' : slug}-${suffix}.txt`
}
