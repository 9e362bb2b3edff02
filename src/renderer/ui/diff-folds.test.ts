import { expect, test } from 'vitest'
import type { DiffBlock } from '#contract/revisions.ts'
import { foldDiff } from './diff-folds.ts'

function block(id: string, change: DiffBlock['change'] = 'same'): DiffBlock {
  return { block: id, kind: 'paragraph', change, formerKind: null, pieces: [], attributes: [], asset: null }
}
function outline(blocks: readonly DiffBlock[]): string {
  return foldDiff(blocks)
    .map((part) => (part.kind === 'fold' ? `(${part.blocks.length})` : part.block.block))
    .join(' ')
}

test('what stands around a change stays, what is far from it is folded', () => {
  const blocks = [...'abcdef'].map((id) => block(id))
  expect(outline([...blocks, block('X', 'changed'), ...[...'ghijk'].map((id) => block(id))])).toBe(
    '(5) f X g (4)',
  )
})

test('a single unchanged block is shown rather than folded', () => {
  expect(outline([block('a'), block('X', 'added'), block('b'), block('c'), block('Y', 'removed')])).toBe(
    'a X b c Y',
  )
})

test('a text without a change is one fold', () => {
  expect(outline([block('a'), block('b'), block('c')])).toBe('(3)')
})

test('no block is lost by folding', () => {
  const blocks = [...'abcdefgh'].map((id, at) => block(id, at === 4 ? 'moved' : 'same'))
  const shown = foldDiff(blocks).flatMap((part) => (part.kind === 'fold' ? part.blocks : [part.block]))
  expect(shown).toEqual(blocks)
})
