import { type Block, blockText } from './blocks.ts'
import type { TrackNote } from './cues/track-note.ts'
import type { EditionNote } from './editions/edition.ts'
import type { TranslationNote } from './translation/translation-note.ts'

/** What is known about an article besides its text (DESIGN §2). Dates are ISO 8601 with a zone; `''` is unset. */
export type ArticleMetadata = Readonly<{
  /** BCP 47 tag of the language it is written in. */
  language: string
  byline: string
  penName: string
  section: string
  genre: string
  topic: string
  /** Where it happened. */
  place: string
  /** The line that opens the text, such as "Thái Nguyên, 24/11". */
  dateline: string
  deadline: string
  /** Not to be published before this moment. */
  embargo: string
  /** Usage terms of the text. */
  rights: string
  /** Where it comes from when it is not our own. */
  source: string
  /** For internal use: never exported. */
  internal: boolean
}>

export const metadataNames = [
  'language',
  'byline',
  'penName',
  'section',
  'genre',
  'topic',
  'place',
  'dateline',
  'deadline',
  'embargo',
  'rights',
  'source',
  'internal',
] as const satisfies readonly (keyof ArticleMetadata)[]

export const emptyMetadata: ArticleMetadata = {
  language: 'vi',
  byline: '',
  penName: '',
  section: '',
  genre: '',
  topic: '',
  place: '',
  dateline: '',
  deadline: '',
  embargo: '',
  rights: '',
  source: '',
  internal: false,
}

/** A whole article at one moment, as read from its document. */
export type Article = Readonly<{
  metadata: ArticleMetadata
  blocks: readonly Block[]
  /** What a translation was made from; an article of its own has none. */
  translation?: TranslationNote
  /** When the cues stand, for the subtitles of a clip. */
  track?: TrackNote
  /** What an edition is made for. */
  edition?: EditionNote
}>

/** The first title that says something, on one line; `''` when there is none. */
export function articleTitle({ blocks }: Article): string {
  const titles = blocks.filter(({ kind }) => kind === 'title').map(oneLine)
  return titles.find((title) => title !== '') ?? ''
}

/** A block's text with every stretch of white space as one space. */
export function oneLine(block: Pick<Block, 'runs'>): string {
  return blockText(block).replace(/\s+/gu, ' ').trim()
}

/** The sections of a provincial newsroom; values are keys of the locale files, any other text is shown as it is. */
export const sections = [
  'politics',
  'economy',
  'society',
  'culture',
  'sport',
  'law',
  'education',
  'health',
  'environment',
  'international',
  'tourism',
] as const

export const genres = ['news', 'feature', 'report', 'interview', 'commentary', 'photo', 'notice'] as const
