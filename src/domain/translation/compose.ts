import type { Article, ArticleMetadata } from '../article.ts'
import { type Block, type BlockKind, blockText, mergeRuns, type Run } from '../blocks.ts'
import { runsFromCoded } from '../segments/inline-codes.ts'
import { metadataBlock, metadataFields, type SegmentField } from '../segments/segments.ts'
import { writesSpaces } from '../segments/sentence-rules.ts'
import type { AlignedRow, SentenceRow } from './aligned-rows.ts'

/** What stands for a sentence without a translation: nothing, or the source. */
export type Missing = 'empty' | 'source'

/** Blocks that are there for more than their text. */
const keptKinds: readonly BlockKind[] = ['figure', 'clip', 'divider']

/**
 * The article in the target language as its rows say. What is stale shows its former text. A paragraph whose
 * sentences are all left out, or merged into another paragraph, is left out. Metadata that is not translated by rows
 * is the source's, unless `metadata` has it.
 */
export function composeTranslation(
  source: Article,
  rows: readonly AlignedRow[],
  target: Readonly<{ language: string; metadata: Readonly<Record<string, string>>; missing: Missing }>,
): Article {
  const fields = Map.groupBy(rows, fieldOf)
  const join = (block: string, field: SegmentField) =>
    joinRows(fields.get(`${block}/${field}`) ?? [], target.language, target.missing)
  return {
    metadata: composeMetadata(source.metadata, target, join),
    blocks: source.blocks.flatMap((block) => {
      const composed = composeBlock(block, fields, join)
      return composed ? [composed] : []
    }),
  }
}

type Join = (block: string, field: SegmentField) => readonly Run[]

function composeMetadata(
  source: ArticleMetadata,
  { language, metadata }: Readonly<{ language: string; metadata: Readonly<Record<string, string>> }>,
  join: Join,
): ArticleMetadata {
  const byline = metadata['byline'] || source.byline
  const penName = metadata['penName'] || source.penName
  const translated = metadataFields
    .filter((field) => hasWords(source[field]))
    .map((field) => [field, blockText({ runs: join(metadataBlock, field) })])
  return { ...source, ...Object.fromEntries(translated), language, byline, penName }
}

function composeBlock(
  block: Block,
  fields: ReadonlyMap<string, readonly AlignedRow[]>,
  join: Join,
): Block | undefined {
  const rows = fields.get(`${block.id}/text`)?.filter(({ state }) => state !== 'omitted') ?? []
  const words = hasWords(blockText(block))
  if (words && rows.length === 0 && !keptKinds.includes(block.kind)) return undefined
  const { alt: sourceAlt = '', credit: sourceCredit = '', ...rest } = block
  const attribute = (field: 'alt' | 'credit', value: string) =>
    hasWords(value) ? blockText({ runs: join(block.id, field) }) : value
  const alt = attribute('alt', sourceAlt)
  const credit = attribute('credit', sourceCredit)
  const runs = words ? join(block.id, 'text') : block.runs
  return { ...rest, runs, ...(alt !== '' && { alt }), ...(credit !== '' && { credit }) }
}

/** What has no word has no rows: it is taken over. */
function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function fieldOf(row: AlignedRow): string {
  const sentence = row.kind === 'added' ? row.after : row
  if (!sentence) return ''
  const { block, field } = sentence.source.segment.place
  return `${block}/${field}`
}

type Piece = Readonly<{ runs: readonly Run[]; glue: string }>

function joinRows(rows: readonly AlignedRow[], language: string, missing: Missing): readonly Run[] {
  const pieces = rows
    .filter(({ state }) => state !== 'omitted')
    .map(
      (row, index, all): Piece => ({ runs: shownRuns(row, missing), glue: glueBehind(row, all[index + 1]) }),
    )
    .filter(({ runs }) => blockText({ runs }).trim() !== '')
  const space = writesSpaces(language) ? ' ' : ''
  const runs = pieces.flatMap(({ runs, glue }, index) => {
    if (index === pieces.length - 1) return runs
    const between = glue.includes('\n') ? '\n' : space
    return between === '' ? runs : [...runs, { text: between, marks: {} }]
  })
  return mergeRuns(runs)
}

/** A line break of the source stays where it is; an added sentence comes before it. */
function glueBehind(row: AlignedRow, next: AlignedRow | undefined): string {
  if (next?.kind === 'added') return ''
  return row.kind === 'added' ? (row.after?.source.segment.glue ?? '') : row.source.segment.glue
}

function shownRuns(row: AlignedRow, missing: Missing): readonly Run[] {
  if (row.kind === 'added') return row.text.runs
  const shown = shownText(row)
  if (shown) return shown
  return missing === 'source' ? runsFromCoded(row.source.segment.source) : []
}

/** What a row shows in its place: its text, else what is offered first, else the first of the rivals. */
function shownText({ text, offers, variants }: SentenceRow): readonly Run[] | undefined {
  return (text ?? offers[0]?.text ?? variants[0])?.runs
}
