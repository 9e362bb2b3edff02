/** A line of a text file: its words without the spaces around, and what stood before them. */
export type FileLine = Readonly<{
  /** Counts from 1. */
  number: number
  text: string
  indent: number
  /** The first line of a page, after a form feed or the single space some converters leave. */
  opensPage: boolean
  /** Blank lines directly before it. */
  gap: number
}>

const pageNumber = /^(?:[-–—]\s*)?(?:trang\s+)?\d{1,4}(?:\s*\/\s*\d{1,4})?(?:\s*[-–—])?$/iu

/** Splits into lines that hold something; runs of spaces in a line become one. */
export function splitLines(text: string): readonly FileLine[] {
  const lines: FileLine[] = []
  let gap = 0
  for (const [index, written] of text.split(/\r\n|[\r\n\u0085\u2028\u2029]/).entries()) {
    const words = written.replace(/\s+/g, ' ').trim()
    if (words === '' && !written.includes('\f')) {
      gap += 1
      continue
    }
    const indent = written.length - written.trimStart().length
    const opensPage = written.startsWith('\f') || /^ \S/.test(written)
    if (words !== '') lines.push({ number: index + 1, text: words, indent, opensPage, gap })
    gap = words === '' ? gap + 1 : 0
  }
  return lines
}

/** Lines that the page adds to the text: page numbers, and headers or footers that come back on each page. */
export function dropFurniture(
  lines: readonly FileLine[],
): Readonly<{ lines: readonly FileLine[]; dropped: readonly string[] }> {
  const seen = new Map<string, number>()
  for (const line of lines) {
    if (line.opensPage || line.indent > 1) seen.set(line.text, (seen.get(line.text) ?? 0) + 1)
  }
  const numbers = lines.filter(
    (line) => pageNumber.test(line.text) && (line.opensPage || line.indent > 1 || line.gap > 0),
  )
  const isFurniture = (line: FileLine) =>
    (numbers.includes(line) && numbers.length >= 2) ||
    ((seen.get(line.text) ?? 0) >= 3 && line.text.length <= 100 && line.opensPage)
  const kept: FileLine[] = []
  let afterDropped = false
  for (const line of lines) {
    if (isFurniture(line)) {
      afterDropped = true
      continue
    }
    // What follows a dropped page number continues the page before it, however large the gap.
    kept.push(afterDropped ? { ...line, opensPage: true, gap: 0 } : line)
    afterDropped = false
  }
  return { lines: kept, dropped: lines.filter(isFurniture).map((line) => line.text) }
}
