import type { CodedText } from '../segments/coded-text.ts'

/** One sentence and its translation, as it is learnt when somebody confirms it. */
export type LearntUnit = Readonly<{
  /** The document it was confirmed in, and the occurrence there: the same again replaces what was learnt before. */
  document: string
  occurrence: string
  from: string
  to: string
  source: CodedText
  target: CodedText
  /** The sentences before and behind the source, null at the ends of the text. */
  previous: string | null
  next: string | null
  at: number
  /** A profile's id. */
  by: string
}>

/**
 * The language that texts are kept and found under: `vi` for `vi-VN`, `en` for every English, `zh` and `zh-Hant`
 * apart. `tag` is BCP 47.
 */
export function memoryLanguage(tag: string): string {
  const parts = tag.toLowerCase().split('-')
  const [primary = ''] = parts
  if (primary !== 'zh' && primary !== 'cmn') return primary
  return parts.some((part) => traditional.includes(part)) ? 'zh-Hant' : 'zh'
}

const traditional = ['hant', 'tw', 'hk', 'mo']
const known = ['vi', 'en', 'zh', 'ko', 'ja', 'fr', 'ru']

/** One bit for a language of `memoryLanguage`; those without one of their own share the last. */
export function languageBit(language: string): number {
  const place = known.indexOf(language)
  return place < 0 ? 128 : 1 << place
}
