import type { BlockKind, Run } from '#domain/blocks.ts'
import { readFigure } from '#domain/import-proposal/figures.ts'
import { type Line, readLines, type TextLine, withoutMark } from '#domain/import-proposal/lines.ts'
import { type ImportedText, type ImportWarning, paragraphText } from '#domain/imported-text.ts'
import { guessLanguage } from '#domain/language-guess.ts'

/** A block as a paste brings it; the editor gives it its id. `picture` names a file of `pictures`. */
export type PastedBlock = Readonly<{
  kind: BlockKind
  runs: readonly Run[]
  indent?: number
  picture?: string
  alt?: string
  credit?: string
}>

export type PastedText = Readonly<{
  blocks: readonly PastedBlock[]
  pictures: ImportedText['pictures']
  warnings: readonly ImportWarning[]
}>

function pasteText(line: TextLine): PastedBlock {
  if (line.list) {
    const kind = line.list.ordered ? 'number' : 'bullet'
    const indent = Math.min(line.list.level, 8)
    return indent > 0 ? { kind, runs: line.runs, indent } : { kind, runs: line.runs }
  }
  if (line.role === 'title' || line.role === 'heading') {
    return { kind: 'heading', runs: withoutMark(line.runs, 'bold') }
  }
  return { kind: line.role === 'quote' ? 'quote' : 'paragraph', runs: line.runs }
}

function pasteFigure(lines: readonly Line[], at: number): Readonly<{ block: PastedBlock; next: number }> {
  const { draft, next } = readFigure(lines, at)
  const { picture, runs, alt, credit } = draft
  const block = {
    kind: 'figure' as const,
    runs,
    ...(picture !== null && { picture }),
    ...(alt !== '' && { alt }),
    ...(credit !== '' && { credit }),
  }
  return { block, next }
}

/** Turns what was read of a clipboard into blocks, without guessing titles or bylines: a paste is a piece. */
export function pasteBlocks(imported: ImportedText): PastedText {
  const texts = imported.items.map((item) => ('runs' in item ? paragraphText(item) : ''))
  const lines = readLines(imported.items, guessLanguage(texts.join('\n')) === 'vi')
  const blocks: PastedBlock[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (line?.kind === 'picture') {
      const figure = pasteFigure(lines, at)
      blocks.push(figure.block)
      at = figure.next
      continue
    }
    if (line?.kind === 'text') blocks.push(pasteText(line))
    else if (line?.kind === 'divider') blocks.push({ kind: 'divider', runs: [] })
    else if (line?.kind === 'note') blocks.push({ kind: 'paragraph', runs: line.runs })
    at += 1
  }
  return { blocks, pictures: imported.pictures, warnings: imported.warnings }
}
