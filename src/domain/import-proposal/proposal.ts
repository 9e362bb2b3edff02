import type { ArticleMetadata } from '../article.ts'
import type { BlockKind, Run } from '../blocks.ts'
import type { ImportWarning } from '../imported-text.ts'

/** Why a block was proposed as what it is; each has its sentence in `locales/*\/import.json`. */
export const guesses = [
  'titleByStyle',
  'titleByBold',
  'titleBySize',
  'titleByCentre',
  'titleByPlace',
  'titleMissing',
  'kicker',
  'leadByBold',
  'leadByItalic',
  'leadByStyle',
  'captionByItalic',
  'captionByPlace',
  'captionByStyle',
  'pictureAlone',
  'creditLine',
  'headingByBold',
  'headingByNumber',
  'quoteByItalic',
  'dashBullet',
  'typedNumber',
  'dividerByLine',
  'footnote',
] as const
export type Guess = (typeof guesses)[number]

export type ProposedBlock = Readonly<{
  id: string
  kind: BlockKind
  runs: readonly Run[]
  indent: number
  picture: string | null
  alt: string
  credit: string
  /** Characters of the text's start that are a dateline ("(TN) - "), spaces after it included; 0 for none. */
  dateline: number
  /** Empty when the file said so itself. */
  guess: Guess | ''
}>

export type Proposal = Readonly<{
  language: string
  metadata: Partial<ArticleMetadata>
  blocks: readonly ProposedBlock[]
  warnings: readonly ImportWarning[]
}>

/** A block before it has its id. */
export type Draft = Omit<ProposedBlock, 'id'>

export function draftBlock(
  kind: BlockKind,
  runs: readonly Run[],
  guess: Guess | '',
  parts: Partial<Omit<Draft, 'kind' | 'runs' | 'guess'>> = {},
): Draft {
  return { kind, runs, guess, indent: 0, picture: null, alt: '', credit: '', dateline: 0, ...parts }
}
