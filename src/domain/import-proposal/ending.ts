import { labelledByline, looksLikeNames } from '../article-lines.ts'
import type { Line, TextLine } from './lines.ts'
import { isAllCapitals } from './opening.ts'

type Ending = Readonly<{
  byline: string
  source: string
  /** The lines that became metadata: they leave the text. */
  taken: ReadonlySet<Line>
}>

const labelledSource = /^\(?\s*(?:theo|nguồn(?: tin)?)\s*[:：]\s*(.{2,80}?)\s*\)?\.?$/iu
const bracketedSource = /^\(\s*(?:theo|nguồn)\s+(.{2,80}?)\s*\)\.?$/iu
const plainSource = /^(?:Theo|THEO)\s+(\p{Lu}[^,.;]{1,60})$/u
const office = /(chủ tịch|giám đốc|trưởng|bí thư|thủ trưởng|chánh|thư ký|ủy viên|uỷ viên|^kt\.|^tm\.|^tl\.)/iu

/** "(Theo TTXVN)", "Nguồn: Sở Y tế"; "Theo TTXVN" only where its looks set it apart from a sentence. */
function sourceOf(line: TextLine): string | undefined {
  if (line.list || line.text.length > 90) return undefined
  const setApart = line.italic || line.bold || line.align === 'end'
  const found =
    labelledSource.exec(line.text) ??
    bracketedSource.exec(line.text) ??
    (setApart ? plainSource.exec(line.text) : null)
  return found?.[1]
}

/** A name under an office in capitals signs a paper: it is no byline. */
function isSignature(line: TextLine, above: Line | undefined): boolean {
  return (
    above?.kind === 'text' && isAllCapitals(above.text) && office.test(above.text) && line.text.length < 60
  )
}

function bylineOf(line: TextLine, above: Line | undefined): string | undefined {
  const labelled = labelledByline(line.text)
  if (labelled) return labelled
  if (line.list || line.role !== 'body' || !looksLikeNames(line.text) || isSignature(line, above))
    return undefined
  const set = line.bold || line.align === 'end' || line.italic
  const plainFile = line.size === 0
  return set || plainFile ? line.text.replace(/[.,]$/, '') : undefined
}

/** The last lines of a manuscript: who wrote it and where it comes from. Footnotes may follow them. */
export function readEnding(lines: readonly Line[]): Ending {
  const all = lines.filter((line) => line.kind === 'text')
  // text boxes come after all else, wherever they stood: who wrote stands above them, or in one
  const written = endingOf(all.filter(({ beside }) => !beside))
  return written.taken.size > 0 ? written : endingOf(all)
}

function endingOf(texts: readonly TextLine[]): Ending {
  const taken = new Set<Line>()
  let source = ''
  for (let back = 1; back <= 3; back += 1) {
    const line = texts.at(-back)
    if (!line) break
    const from = sourceOf(line)
    if (from !== undefined && source === '') {
      source = from
      taken.add(line)
      continue
    }
    const byline = bylineOf(line, texts.at(-back - 1))
    if (byline !== undefined) return { byline, source, taken: taken.add(line) }
    if (!/^\(?(ảnh|nguồn ảnh)\s*:/iu.test(line.text)) break
  }
  return { byline: '', source, taken }
}
