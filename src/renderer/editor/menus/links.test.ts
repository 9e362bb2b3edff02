import { createHeadlessEditor } from '@lexical/headless'
import { $getRoot } from 'lexical'
import { expect, test } from 'vitest'
import type { Run } from '#domain/blocks.ts'
import { $createBlock, $isBlock, articleNodes } from '../binding/block-node.ts'
import { $readRuns } from '../binding/block-runs.ts'
import { $writeRuns } from '../binding/inline-nodes.ts'
import { $linkText } from './links.ts'

const run = (text: string, marks: Run['marks'] = {}): Run => ({ text, marks })
const link = { link: 'https://a.vn/' }

function linkIn(runs: readonly Run[], start: number, end: number, address: string | null) {
  const editor = createHeadlessEditor({
    nodes: [...articleNodes],
    onError: (error) => {
      throw error
    },
  })
  const $change = () => {
    const block = $createBlock()
    $getRoot().append(block)
    $writeRuns(block, runs)
    $linkText(block, start, end, address)
  }
  editor.update($change, { discrete: true })
  return editor.read(() => $getRoot().getChildren().filter($isBlock).flatMap($readRuns))
}

test('a link is set on a stretch, over another link and over marks', () => {
  const runs = [run('Báo '), run('Thái ', { bold: true }), run('Nguyên', { link: 'https://b.vn/' })]
  expect(linkIn(runs, 4, 12, 'https://a.vn/')).toEqual([
    run('Báo '),
    run('Thái ', { bold: true, ...link }),
    run('Ngu', link),
    run('yên', { link: 'https://b.vn/' }),
  ])
})

test('a link is taken from a stretch that ends inside of it, the rest stays', () => {
  expect(linkIn([run('Báo '), run('Thái Nguyên', link)], 0, 8, null)).toEqual([
    run('Báo Thái'),
    run(' Nguyên', link),
  ])
})
