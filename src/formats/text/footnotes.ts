import type { FileLine } from './text-lines.ts'

type FileNote = Readonly<{ label: string; text: string }>
type SeparatedNotes = Readonly<{ lines: readonly FileLine[]; notes: readonly FileNote[] }>

const noteStart = /^\[?(\d{1,3})\]?[.)]?\s+(\p{L}.+)$/u

function startsNote(line: FileLine, previous: FileLine | undefined, expected: number): boolean {
  const label = Number(noteStart.exec(line.text)?.[1])
  const setApart = line.indent >= 3 && (previous === undefined || previous.indent < 3 || line.gap > 0)
  return label === expected && setApart && !/^\d{1,3}[.)]/.test(line.text)
}

/** Does the text before refer to note `label`: a word with the number stuck to it ("hiện hành1.")? */
function refersTo(lines: readonly FileLine[], label: number): boolean {
  const marker = markerPattern(label)
  return lines.some((line) => marker.test(line.text))
}

function markerPattern(label: number | string): RegExp {
  return new RegExp(`(\\p{Ll}{2}[”")]?)\\[?${label}\\]?(?=[\\s.,;:)?!]|$)`, 'u')
}

/**
 * Takes footnotes out of the flow: an indented line that starts with the next number, referred to above, up to
 * where the next page begins. Their markers in the text become `[1]`.
 */
export function separateNotes(lines: readonly FileLine[]): SeparatedNotes {
  const kept: FileLine[] = []
  const notes: { label: string; text: string }[] = []
  let inNote = false
  for (const [index, line] of lines.entries()) {
    if (inNote && line.opensPage) {
      inNote = false
      kept.push({ ...line, gap: 0 })
      continue
    }
    const expected = notes.length + 1
    if (startsNote(line, lines[index - 1], expected) && refersTo(kept, expected)) {
      notes.push({ label: String(expected), text: noteStart.exec(line.text)?.[2] ?? line.text })
      inNote = true
    } else if (inNote) {
      const note = notes.at(-1)
      if (note) note.text += ` ${line.text}`
    } else kept.push(line)
  }
  return { lines: markReferences(kept, notes), notes }
}

function markReferences(lines: readonly FileLine[], notes: readonly FileNote[]): readonly FileLine[] {
  const marked = [...lines]
  for (const { label } of notes) {
    const pattern = markerPattern(label)
    const at = marked.findIndex((line) => pattern.test(line.text))
    const line = marked[at]
    if (line) marked[at] = { ...line, text: line.text.replace(pattern, `$1[${label}]`) }
  }
  return marked
}
