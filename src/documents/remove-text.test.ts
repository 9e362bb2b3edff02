import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Run } from '#domain/blocks.ts'
import { makeArticle } from '#tests/workspace/article.ts'
import { articleUpdate, readArticle } from './article.ts'
import { readBody } from './body.ts'
import { writeBlockText, writeBody } from './write-body.ts'

const plain = (text: string) => ({ text, marks: {} })
const bold = (text: string) => ({ text, marks: { bold: true } as const })

test('a letter retyped at the end of a bold word leaves the next block as it was, in an article opened anew', () => {
  const { metadata } = makeArticle()
  const paragraph = (id: string, ...runs: readonly Run[]) => ({ id, kind: 'paragraph' as const, runs })
  const blocks = [paragraph('a', plain('Chữ '), bold('đậ')), paragraph('b', plain('Đoạn sau.'))]
  const doc = new Y.Doc()
  Y.applyUpdate(doc, articleUpdate({ metadata, blocks }))
  let body = readBody(doc)
  for (const word of ['đậm', 'đậme', 'đậmê', 'đậm']) {
    const runs = [plain('Chữ '), bold(word)]
    doc.transact(() => {
      body = writeBlockText(doc, body, 0, runs, 4 + word.length)
    })
    const shown = readArticle(doc).blocks.map((block) => block.runs)
    expect(shown).toEqual([runs, [plain('Đoạn sau.')]])
  }
})

test('a long article changes everywhere in one walk, not in one for each place', () => {
  const words = Array.from({ length: 120 }, (_, place) => (place % 10 === 0 ? 'chè' : 'lễ')).join(' ')
  const { metadata } = makeArticle()
  const blocks = Array.from({ length: 80 }, (_, place) => ({
    id: `b${place}`,
    kind: 'paragraph' as const,
    runs: [bold(words.slice(0, 60)), plain(words.slice(60))],
  }))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, articleUpdate({ metadata, blocks }))
  const body = readBody(doc)
  const replaced = body.blocks.map((block) => ({
    ...block,
    runs: block.runs.map((run) => ({ ...run, text: run.text.replaceAll('chè', 'trà xanh') })),
  }))
  const walks = vi.spyOn(doc.getText('body'), 'applyDelta')
  doc.transact(() => writeBody(doc, body, replaced))
  expect(walks).toHaveBeenCalledTimes(1)
  expect(readArticle(doc).blocks.map(({ runs }) => runs)).toEqual(replaced.map(({ runs }) => runs))
})
