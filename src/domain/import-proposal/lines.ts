import { type Marks, mergeRuns, type Run } from '../blocks.ts'
import type { ImportedItem, ImportedParagraph, ImportedRun } from '../imported-text.ts'
import { safeLink } from '../safe-link.ts'
import { cleanText, mendEth } from '../text-cleaning.ts'

/** A paragraph with cleaned runs and what can be seen of it at a glance. */
export type TextLine = Readonly<{
  kind: 'text'
  role: ImportedParagraph['role']
  align: ImportedParagraph['align']
  list: ImportedParagraph['list']
  runs: readonly Run[]
  text: string
  /** Every visible character is bold, or italic. */
  bold: boolean
  italic: boolean
  /** Stood in the paragraph of the line before it, after a line break. */
  afterBreak: boolean
  /** Points of the largest run; 0 when the file names none. */
  size: number
  /** Stood in a text box. */
  beside: boolean
}>
export type Line =
  | TextLine
  | Readonly<{ kind: 'picture'; picture: string; alt: string }>
  | Readonly<{ kind: 'note'; runs: readonly Run[] }>
  | Readonly<{ kind: 'divider' }>

function marksOf(run: ImportedRun): Marks {
  const link = run.link === undefined ? undefined : safeLink(run.link)
  return {
    ...(run.bold && { bold: true as const }),
    ...(run.italic && { italic: true as const }),
    ...(run.underline && { underline: true as const }),
    ...(link !== undefined && { link }),
  }
}

/** Trims both ends and the spaces around line breaks, across runs. */
function tidyEdges(runs: readonly Run[]): readonly Run[] {
  const tidied: Run[] = []
  let before = '\n'
  for (const { text, marks } of runs) {
    let kept = text.replace(/ *\n */g, '\n')
    if (/\s$/.test(before)) kept = kept.replace(/^ +/, '')
    if (before === '\n' && tidied.length === 0) kept = kept.replace(/^\s+/, '')
    if (kept === '') continue
    tidied.push({ text: kept, marks })
    before = kept.at(-1) ?? before
  }
  return trimEnd(tidied)
}

function trimEnd(runs: Run[]): readonly Run[] {
  for (let last = runs.at(-1); last; last = runs.at(-1)) {
    const text = last.text.replace(/\s+$/, '')
    if (text !== '') {
      runs[runs.length - 1] = { text, marks: last.marks }
      break
    }
    runs.pop()
  }
  return mergeRuns(runs)
}

/**
 * Runs as an article holds them (LANG1): joined before they are made NFC, because a file may split a letter
 * from its tone mark between two runs of the same look.
 */
function cleanRuns(runs: readonly ImportedRun[], vietnamese: boolean): readonly Run[] {
  const marked = mergeRuns(runs.map((run) => ({ text: run.text, marks: marksOf(run) })))
  const joined: Run[] = []
  for (const { text, marks } of marked) {
    const mark = /^\p{M}+/u.exec(text)?.[0] ?? ''
    const previous = joined.at(-1)
    if (mark !== '' && previous) {
      joined[joined.length - 1] = { text: previous.text + mark, marks: previous.marks }
      joined.push({ text: text.slice(mark.length), marks })
    } else joined.push({ text, marks })
  }
  const clean = (text: string) => (vietnamese ? mendEth(cleanText(text)) : cleanText(text))
  return tidyEdges(joined.map(({ text, marks }) => ({ text: clean(text), marks })))
}

function everyVisible(runs: readonly ImportedRun[], test: (run: ImportedRun) => boolean): boolean {
  const visible = runs.filter((run) => run.text.trim() !== '')
  return visible.length > 0 && visible.every(test)
}

function readLine(item: ImportedParagraph, vietnamese: boolean): TextLine | undefined {
  const runs = cleanRuns(item.runs, vietnamese)
  const text = runs.map((run) => run.text).join('')
  if (text === '') return undefined
  return {
    kind: 'text',
    role: item.role,
    align: item.align,
    list: item.list,
    runs,
    text,
    bold: everyVisible(item.runs, (run) => run.bold === true),
    italic: everyVisible(item.runs, (run) => run.italic === true),
    afterBreak: false,
    beside: item.beside === true,
    size: Math.max(0, ...item.runs.map((run) => run.size ?? 0)),
  }
}

function toLine(item: ImportedItem, vietnamese: boolean): Line | undefined {
  switch (item.kind) {
    case 'paragraph':
      return readLine(item, vietnamese)
    case 'picture':
      return { kind: 'picture', picture: item.picture, alt: cleanText(item.alt).trim() }
    case 'note': {
      const label: Run = { text: `[${item.label}] `, marks: {} }
      return { kind: 'note', runs: mergeRuns([label, ...cleanRuns(item.runs, vietnamese)]) }
    }
    case 'divider':
      return item
  }
}

/** Cleans and measures the items; paragraphs without visible text fall away. */
export function readLines(items: readonly ImportedItem[], vietnamese: boolean): readonly Line[] {
  return items.map((item) => toLine(item, vietnamese)).filter((line) => line !== undefined)
}

/** Cuts a paragraph at its line breaks. */
function splitAtBreaks(item: ImportedParagraph): readonly ImportedParagraph[] {
  const paragraphs: ImportedRun[][] = [[]]
  for (const run of item.runs) {
    for (const [index, text] of run.text.split(/[\n\v]/).entries()) {
      if (index > 0) paragraphs.push([])
      if (text !== '') paragraphs.at(-1)?.push({ ...run, text })
    }
  }
  return paragraphs.map((runs) => ({ ...item, runs }))
}

/**
 * The same for a whole manuscript: title and lead are often one paragraph with line breaks between them, so
 * the first paragraphs are read line by line.
 */
export function readManuscript(items: readonly ImportedItem[], vietnamese: boolean): readonly Line[] {
  const opening = 6
  const lines = items.slice(0, opening).flatMap((item) => {
    if (item.kind !== 'paragraph' || item.list) return readLines([item], vietnamese)
    const parts = readLines(splitAtBreaks(item), vietnamese)
    return parts.map((line, at) => (line.kind === 'text' ? { ...line, afterBreak: at > 0 } : line))
  })
  return [...lines, ...readLines(items.slice(opening), vietnamese)]
}

/** Drops marks that the block's kind already says: a title is bold, a caption italic. */
export function withoutMark(runs: readonly Run[], name: 'bold' | 'italic'): readonly Run[] {
  return mergeRuns(
    runs.map(({ text, marks }) => {
      const { [name]: _, ...rest } = marks
      return { text, marks: rest }
    }),
  )
}
