/** The kinds of block an article is made of (DESIGN §2). */
export const blockKinds = [
  'title',
  'lead',
  'paragraph',
  'heading',
  'quote',
  'bullet',
  'number',
  'figure',
  'clip',
  'divider',
] as const
export type BlockKind = (typeof blockKinds)[number]

export const markNames = ['bold', 'italic', 'underline', 'link'] as const

/** Inline formatting of a run; `link` holds an absolute http, https, mailto or tel address. */
export type Marks = Readonly<{ bold?: true; italic?: true; underline?: true; link?: string }>

/** A stretch of text with one set of marks. A line break inside a block is `\n`. */
export type Run = Readonly<{ text: string; marks: Marks }>

/**
 * One block of an article. A figure's runs are its caption, a divider has none.
 * `indent` counts list levels from 0 to 8; `asset` is the SHA-256 (hex) of a figure's or clip's original.
 */
export type Block = Readonly<{
  id: string
  kind: BlockKind
  runs: readonly Run[]
  indent?: number
  asset?: string
  /** Alternative text, read to those who cannot see the picture. */
  alt?: string
  /** Who made the picture and who owns it. */
  credit?: string
}>

/** What holds a picture or a clip beside its text: it cannot be joined with another block's text. */
export function isPicture(kind: BlockKind): boolean {
  return kind === 'figure' || kind === 'clip'
}

/** A block's text without its marks. */
export function blockText(block: Pick<Block, 'runs'>): string {
  return block.runs.map((run) => run.text).join('')
}

export function sameMarks(left: Marks, right: Marks): boolean {
  return markNames.every((name) => left[name] === right[name])
}

/** Joins neighbouring runs with equal marks and drops empty ones: the one canonical way to write a text. */
export function mergeRuns(runs: readonly Run[]): readonly Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = merged.at(-1)
    if (last && sameMarks(last.marks, run.marks)) {
      merged[merged.length - 1] = { text: last.text + run.text, marks: last.marks }
    } else {
      merged.push(run)
    }
  }
  return merged
}

/** The part of `runs` between two offsets in UTF-16 units. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): readonly Run[] {
  const slice: Run[] = []
  let start = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    if (text !== '') slice.push({ text, marks: run.marks })
    start += run.text.length
  }
  return slice
}
