import type { KeptEntry } from '#domain/cues/subtitle-file.ts'
import { isBlank, type SourceLine } from './source-lines.ts'

export type KeptBlock = Readonly<{ kind: KeptEntry['kind']; from: number; to: number }>

/**
 * Cuts lines between cues into blocks, each with the blank lines that follow it; blank lines before the first block
 * are one of their own.
 */
export function keptBlocks(
  lines: readonly SourceLine[],
  from: number,
  to: number,
  kindOf: (line: string, first: boolean) => KeptEntry['kind'],
): readonly KeptBlock[] {
  const blocks: KeptBlock[] = []
  let start = from
  for (let at = from; at < to; at += 1) {
    if (isBlank(lines[at])) continue
    if (at > start && at > 0 && !isBlank(lines[at - 1])) continue
    if (at > start) blocks.push(blockOf(start, at))
    start = at
  }
  if (start < to) blocks.push(blockOf(start, to))
  return blocks

  function blockOf(begin: number, end: number): KeptBlock {
    const line = lines[begin]
    const kind = isBlank(line) ? 'blank' : kindOf(line?.text ?? '', begin === 0)
    return { kind, from: begin, to: end }
  }
}
