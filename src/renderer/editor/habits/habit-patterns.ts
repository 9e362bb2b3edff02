import type { BlockKind } from '#domain/blocks.ts'

/** A Markdown habit that was just completed by the last character typed. */
export type Habit =
  | Readonly<{ kind: 'block'; prefix: number; becomes: BlockKind }>
  /** `start` to `end` is the text with its signs; `sign` is their length on each side. */
  | Readonly<{ kind: 'mark'; mark: 'bold' | 'italic'; start: number; end: number; sign: number }>

const prefixes: readonly (readonly [RegExp, BlockKind])[] = [
  [/^#{1,4} $/u, 'heading'],
  [/^> $/u, 'quote'],
  [/^[-*•–] $/u, 'bullet'],
  [/^1[.)] $/u, 'number'],
]
const strong = /\*\*(?=[^\s*])([^*\n]*[^\s*])\*\*$/u
const emphasis = /(?:^|[\s(“"'])_(?=[^\s_])([^_\n]*[^\s_])_$/u

/**
 * The habit that the text before the caret completes, or undefined. Only a plain paragraph changes its kind:
 * "- " inside a quote or a caption is what it says. A list begins with 1; "24. " is a date or a count.
 */
export function findHabit(beforeCaret: string, kind: BlockKind): Habit | undefined {
  const last = beforeCaret.at(-1)
  if (last === ' ' && kind === 'paragraph') {
    const found = prefixes.find(([pattern]) => pattern.test(beforeCaret))
    return found && { kind: 'block', prefix: beforeCaret.length, becomes: found[1] }
  }
  if (last === '*') return markHabit(beforeCaret, strong, 'bold', 2)
  if (last === '_') return markHabit(beforeCaret, emphasis, 'italic', 1)
  return undefined
}

/** Whether Enter makes a line of the block: three dashes, or what a word processor makes of them, and no more. */
export function isDividerSign(beforeCaret: string, text: string, kind: BlockKind): boolean {
  return kind === 'paragraph' && beforeCaret === text && /^(?:-{3}|—-|–-)$/u.test(text)
}

function markHabit(text: string, pattern: RegExp, mark: 'bold' | 'italic', sign: number): Habit | undefined {
  const inner = pattern.exec(text)?.[1]
  if (inner === undefined) return undefined
  return { kind: 'mark', mark, start: text.length - inner.length - 2 * sign, end: text.length, sign }
}
