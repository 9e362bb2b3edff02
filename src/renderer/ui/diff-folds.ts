import type { DiffBlock } from '#contract/revisions.ts'

/** A stretch of a diff: one changed block, or unchanged ones that are folded to a line. */
export type DiffStretch =
  | Readonly<{ kind: 'block'; block: DiffBlock }>
  | Readonly<{ kind: 'fold'; id: string; blocks: readonly DiffBlock[] }>

/** Unchanged blocks in a row are folded, except one on each side of a change, which gives it its place. */
export function foldDiff(blocks: readonly DiffBlock[]): readonly DiffStretch[] {
  const stretches: DiffStretch[] = []
  let quiet: DiffBlock[] = []
  const close = (atEnd: boolean) => {
    stretches.push(...foldQuiet(quiet, stretches.length > 0, !atEnd))
    quiet = []
  }
  for (const block of blocks) {
    if (block.change === 'same') {
      quiet.push(block)
      continue
    }
    close(false)
    stretches.push({ kind: 'block', block })
  }
  close(true)
  return stretches
}

function foldQuiet(quiet: readonly DiffBlock[], keepFirst: boolean, keepLast: boolean): DiffStretch[] {
  const head = keepFirst ? 1 : 0
  const tail = keepLast ? 1 : 0
  const hidden = quiet.slice(head, quiet.length - tail)
  const [first] = hidden
  if (hidden.length < 2 || !first) return quiet.map((block) => ({ kind: 'block', block }))
  return [
    ...quiet.slice(0, head).map((block) => ({ kind: 'block', block }) as const),
    { kind: 'fold', id: first.block, blocks: hidden },
    ...quiet.slice(quiet.length - tail).map((block) => ({ kind: 'block', block }) as const),
  ]
}
