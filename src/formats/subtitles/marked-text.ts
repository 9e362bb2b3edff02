import type { CueMark, CuePart } from '#domain/cues/cue.ts'

/** What a tag or another code in a cue's text means. */
export type TextToken =
  | Readonly<{ kind: 'open'; name: string; marks: readonly CueMark[] }>
  /** Closes the last of this name that is open, and with it what cannot stand outside. */
  | Readonly<{ kind: 'close'; name: string; within?: string }>
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'time'; at: number }>
  | Readonly<{ kind: 'code' }>

/** Deeper than anybody nests tags; a hostile file must not cost more with every one. */
const deepest = 64

type Open = Readonly<{ name: string; marks: readonly CueMark[] }>
type MarkedText = Readonly<{ text: readonly CuePart[]; open: readonly string[]; balanced: boolean }>

/** Cuts text at what `pattern` finds, and gives each piece the marks that are open there. */
export function readMarked(
  written: string,
  pattern: RegExp,
  interpret: (code: string) => TextToken,
): MarkedText {
  const parts: CuePart[] = []
  let open: readonly Open[] = []
  let marks: readonly CueMark[] = []
  let balanced = true
  let from = 0
  const add = (text: string) => addText(parts, text, marks)
  for (const { index, 0: code } of written.matchAll(pattern)) {
    add(written.slice(from, index))
    from = index + code.length
    const token = interpret(code)
    if (token.kind === 'text') add(token.text)
    else if (token.kind === 'time') parts.push({ kind: 'time', at: token.at, marks })
    else if (token.kind === 'code' || (token.kind === 'open' && open.length >= deepest))
      parts.push({ kind: 'code', code, marks })
    else if (token.kind === 'open') open = [...open, token]
    else {
      const at = open.findLastIndex(({ name }) => name === token.name)
      if (at < 0) parts.push({ kind: 'code', code, marks })
      const inner = open.slice(at + 1).filter(({ name }) => name !== token.within)
      if (at < 0 || inner.length > 0) balanced = false
      if (at >= 0) open = [...open.slice(0, at), ...inner]
    }
    if (token.kind === 'open' || token.kind === 'close') marks = open.flatMap((each) => each.marks)
  }
  add(written.slice(from))
  return { text: parts, open: open.map(({ name }) => name), balanced }
}

/** Text with the same marks as the text before it is one with it. */
function addText(parts: CuePart[], text: string, marks: readonly CueMark[]): void {
  if (text === '') return
  const last = parts.at(-1)
  if (last?.kind === 'text' && sameMarks(last.marks, marks)) {
    parts[parts.length - 1] = { kind: 'text', text: last.text + text, marks }
  } else parts.push({ kind: 'text', text, marks })
}

export type MarkWriter = Readonly<{
  open(mark: CueMark): string
  close(mark: CueMark): string
  part(part: CuePart): string
}>

/** Writes pieces of text with the tags that their marks ask for, each opened and closed once where it can be. */
export function writeMarked(parts: readonly CuePart[], writer: MarkWriter): string {
  let open: readonly CueMark[] = []
  let written = ''
  const moveTo = (marks: readonly CueMark[]) => {
    const shared = sharedMarks(open, marks)
    for (const mark of open.slice(shared).toReversed()) written += writer.close(mark)
    for (const mark of marks.slice(shared)) written += writer.open(mark)
    open = marks
  }
  for (const part of joined(parts)) {
    moveTo(part.marks)
    written += writer.part(part)
  }
  moveTo([])
  return written
}

/** What stands side by side with the same marks is written as one text: a code must not come about between two. */
function joined(parts: readonly CuePart[]): readonly CuePart[] {
  if (parts.length < 2) return parts
  const whole: CuePart[] = []
  for (const part of parts) {
    if (part.kind === 'text') addText(whole, part.text, part.marks)
    else whole.push(part)
  }
  return whole
}

function sharedMarks(left: readonly CueMark[], right: readonly CueMark[]): number {
  let shared = 0
  while (shared < left.length && shared < right.length && sameMark(left[shared], right[shared])) shared += 1
  return shared
}

function sameMark(left: CueMark | undefined, right: CueMark | undefined): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right)
}

function sameMarks(left: readonly CueMark[], right: readonly CueMark[]): boolean {
  return left.length === right.length && sharedMarks(left, right) === left.length
}
