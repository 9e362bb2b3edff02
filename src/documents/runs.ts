import { type Marks, markNames, mergeRuns, type Run, sameMarks } from '#domain/blocks.ts'

export { sliceRuns } from '#domain/blocks.ts'

/**
 * Characters that belong to the one before them: combining marks, joiners, selectors, emoji modifiers, the
 * second and third letters of a Hangul syllable and the second half of a surrogate pair. No edit begins and
 * no mark changes in front of them.
 */
const continuing = /^(?:\p{M}|\p{Emoji_Modifier}|\u200d|[\u1160-\u11ff]|[\udc00-\udfff])/u

/** Whether the end of `left` and the start of `right` are one character as readers see it. */
export function isOneCharacter(left: string, right: string): boolean {
  return left !== '' && right !== '' && (left.endsWith('\u200d') || continuing.test(right))
}

export function runsText(runs: readonly Run[]): string {
  let text = ''
  for (const run of runs) text += run.text
  return text
}

export function sameRuns(left: readonly Run[], right: readonly Run[]): boolean {
  return (
    left === right ||
    (left.length === right.length &&
      left.every((run, index) => {
        const other = right[index]
        return other !== undefined && run.text === other.text && sameMarks(run.marks, other.marks)
      }))
  )
}

/**
 * The one way to write a text with marks: neighbours merged, marks never inside a character, and a line
 * break carrying just the marks its neighbours on both sides share (editors have no marks on line breaks,
 * and `<b>a</b><br><b>b</b>` is one bold text).
 */
export function canonicalRuns(runs: readonly Run[]): readonly Run[] {
  return mergeRuns(settleBreaks(wholeCharacters(runs))).map(wellFormed)
}

/** Half an emoji cannot be sent or stored: it would come back as another character than it left. */
function wellFormed(run: Run): Run {
  return run.text.isWellFormed() ? run : { text: run.text.toWellFormed(), marks: run.marks }
}

function wholeCharacters(runs: readonly Run[]): readonly Run[] {
  const whole: Run[] = []
  for (const { text, marks } of runs) {
    const last = whole.at(-1)
    const cut = last ? belongingTo(last.text, text) : 0
    if (last && cut > 0) whole[whole.length - 1] = { text: last.text + text.slice(0, cut), marks: last.marks }
    if (cut < text.length) whole.push({ text: text.slice(cut), marks })
  }
  return whole
}

/** How much of the start of `text` continues the last character of `before`. */
function belongingTo(before: string, text: string): number {
  let cut = 0
  while (cut < text.length && isOneCharacter(before + text.slice(0, cut), text.slice(cut))) cut++
  return cut
}

function settleBreaks(runs: readonly Run[]): readonly Run[] {
  if (!runs.some((run) => run.text.includes('\n'))) return runs
  const parts = breaksApart(runs)
  return parts.map((part, index) =>
    isBreak(part) ? { text: part.text, marks: shared(parts[index - 1], parts[index + 1]) } : part,
  )
}

/** Line breaks as runs of their own without marks, those that follow each other as one. */
function breaksApart(runs: readonly Run[]): readonly Run[] {
  const parts: Run[] = []
  for (const { text, marks } of runs.flatMap(splitAtBreaks)) {
    const last = parts.at(-1)
    if (last && isBreak(last) && text.startsWith('\n'))
      parts[parts.length - 1] = { text: last.text + text, marks }
    else parts.push({ text, marks })
  }
  return parts
}

function splitAtBreaks(run: Run): readonly Run[] {
  const parts = run.text.split(/(\n+)/).filter((part) => part !== '')
  return parts.map((text) => (text.startsWith('\n') ? { text, marks: {} } : { text, marks: run.marks }))
}

function isBreak(run: Run): boolean {
  return run.text.startsWith('\n')
}

function shared(left: Run | undefined, right: Run | undefined): Marks {
  if (!left || !right) return {}
  const names = markNames.filter((name) => left.marks[name] === right.marks[name] && left.marks[name])
  return Object.fromEntries(names.map((name) => [name, left.marks[name]]))
}
