/** A line of a file: `text` without its line end, which lies between `textEnd` and `end`. */
export type SourceLine = Readonly<{ text: string; start: number; textEnd: number; end: number }>

/** Cuts at CR LF, LF and CR. What follows the last line end is a line when it holds something. */
export function sourceLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = []
  let feed = text.indexOf('\n')
  let turn = text.indexOf('\r')
  let start = 0
  while (start < text.length) {
    if (feed >= 0 && feed < start) feed = text.indexOf('\n', start)
    if (turn >= 0 && turn < start) turn = text.indexOf('\r', start)
    const turns = turn >= 0 && (feed < 0 || turn < feed)
    const textEnd = turns ? turn : feed < 0 ? text.length : feed
    const end = Math.min(text.length, textEnd + (turns && feed === turn + 1 ? 2 : 1))
    lines.push({ text: text.slice(start, textEnd), start, textEnd, end })
    start = end
  }
  return lines
}

/** The line end that a file uses first; LF when it has none. */
export function lineEndOf(text: string): '\n' | '\r\n' | '\r' {
  const found = /\r\n|\n|\r/.exec(text)?.[0]
  return found === '\r\n' || found === '\r' ? found : '\n'
}

export function isBlank(line: SourceLine | undefined): boolean {
  return line === undefined || line.text.trim() === ''
}
