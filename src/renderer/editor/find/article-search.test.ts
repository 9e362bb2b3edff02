import { createHeadlessEditor } from '@lexical/headless'
import { $getRoot } from 'lexical'
import { expect, test } from 'vitest'
import type { Run } from '#domain/blocks.ts'
import { $createBlock, $isBlock, articleNodes } from '../binding/block-node.ts'
import { $readRuns } from '../binding/block-runs.ts'
import { $writeRuns } from '../binding/inline-nodes.ts'
import { findInArticle, replaceMatches } from './article-search.ts'

const run = (text: string, marks: Run['marks'] = {}): Run => ({ text, marks })
const options = { matchCase: false, matchMarks: false }

function replaceIn(blocks: readonly (readonly Run[])[], phrase: string, replacement: string) {
  const editor = createHeadlessEditor({
    nodes: [...articleNodes],
    onError: (error) => {
      throw error
    },
  })
  const $fill = () => {
    for (const runs of blocks) {
      const block = $createBlock()
      $getRoot().append(block)
      $writeRuns(block, runs)
    }
  }
  editor.update($fill, { discrete: true })
  replaceMatches(editor, findInArticle(editor, phrase, options), phrase, replacement)
  return editor.read(() => $getRoot().getChildren().filter($isBlock).map($readRuns))
}

test('all matches are replaced, with the marks of the first letter each stands for and its capital', () => {
  const link = { link: 'https://a.vn/' }
  const blocks = [
    [run('Chè và '), run('ch', { bold: true }), run('è xanh, '), run('chè', link), run('.')],
    [run('Không có gì.')],
  ]
  expect(replaceIn(blocks, 'chè', 'trà')).toEqual([
    [run('Trà và '), run('trà', { bold: true }), run(' xanh, '), run('trà', link), run('.')],
    [run('Không có gì.')],
  ])
})

test('a phrase replaced by nothing goes, also where it was all there was', () => {
  expect(replaceIn([[run('chè', { bold: true })], [run('chèchè ngon')]], 'chè', '')).toEqual([
    [],
    [run(' ngon')],
  ])
})
