import type { Article } from '../article.ts'
import { type Block, type BlockKind, blockText, type Run, sliceRuns } from '../blocks.ts'
import type { CodedText } from './coded-text.ts'
import { codedFromRuns, codedString } from './inline-codes.ts'
import { metadataBlock, metadataFields, type Segment, type SegmentField } from './segments.ts'
import { type SentenceSpan, splitSentences } from './sentences.ts'

/** SHA-256 in lower-case hex of a text's UTF-8 bytes. */
export type Hash = (text: string) => string

/** A title or a heading is one sentence, whatever stands in it; so are a credit and the fields of the metadata. */
const wholeKinds: readonly BlockKind[] = ['title', 'heading']
const keyLength = 32

/** The key of a sentence: what it says with its codes, wherever it stands. */
export function segmentKey(source: CodedText, hash: Hash): string {
  return hash(codedString(source)).slice(0, keyLength)
}

/** All sentences of an article in the order of its text, the metadata last. */
export function segmentArticle(article: Article, hash: Hash): readonly Segment[] {
  const { language } = article.metadata
  const blocks = article.blocks.flatMap((block) => segmentBlock(block, language, hash))
  const fields = metadataFields.flatMap((field) =>
    segmentField(
      { block: metadataBlock, field, kind: 'metadata' },
      plainRuns(article.metadata[field]),
      true,
      {
        language,
        hash,
      },
    ),
  )
  return [...blocks, ...fields]
}

/** The sentences of a block: its text, its alternative text, its credit. */
export function segmentBlock(block: Block, language: string, hash: Hash): readonly Segment[] {
  const { id, kind, alt = '', credit = '' } = block
  const by = { language, hash }
  const at = (field: SegmentField) => ({ block: id, field, kind })
  return [
    ...segmentField(at('text'), block.runs, wholeKinds.includes(kind), by),
    ...segmentField(at('alt'), plainRuns(alt), false, by),
    ...segmentField(at('credit'), plainRuns(credit), true, by),
  ]
}

type Field = Readonly<{ block: string; field: SegmentField; kind: Segment['kind'] }>
type By = Readonly<{ language: string; hash: Hash }>

function segmentField(
  { block, field, kind }: Field,
  runs: readonly Run[],
  whole: boolean,
  { language, hash }: By,
): readonly Segment[] {
  const text = blockText({ runs })
  if (!/[\p{L}\p{N}]/u.test(text)) return []
  const spans = whole ? wholeSpan(text) : splitSentences(text, language)
  const seen = new Map<string, number>()
  return spans.map(({ start, end }, index) => {
    const source = codedFromRuns(sliceRuns(runs, start, end))
    const key = segmentKey(source, hash)
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    const glue = text.slice(end, spans[index + 1]?.start ?? text.length)
    return { key, place: { block, field, ordinal }, kind, source, glue }
  })
}

function wholeSpan(text: string): readonly SentenceSpan[] {
  const start = text.length - text.trimStart().length
  return [{ start, end: text.trimEnd().length }]
}

function plainRuns(text: string): readonly Run[] {
  return text === '' ? [] : [{ text, marks: {} }]
}
