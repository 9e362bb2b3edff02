import { expect, test, vi } from 'vitest'
import type { BlockText } from '#contract/article-text.ts'
import type { TranslationRow } from '#contract/translations.ts'
import { createWatchedValue } from '#renderer/client/stores.ts'
import { makeRow } from '../translation-row.test-kit.ts'
import { createLivePreview, type PreviewText } from './live-preview.ts'

function makeBlock(id: string, text: string): BlockText {
  return { id, kind: 'paragraph', runs: [{ text, marks: {} }], indent: 0, asset: null, alt: '', credit: '' }
}

const wordsOf = (shown: PreviewText | null) => shown?.blocks.map(({ runs }) => runs[0]?.text)

/** Two paragraphs of a sentence each, and a workspace whose answers the test sets. */
async function makePreview() {
  const rows = createWatchedValue<ReadonlyMap<string, TranslationRow>>(
    new Map(['a', 'b'].map((id) => [id, makeRow({ row: id, block: id })])),
  )
  const order = createWatchedValue<readonly string[]>(['a', 'b'])
  const elsewhere = createWatchedValue(0)
  const asked: (readonly string[] | null)[] = []
  const now = new Map([
    ['a', 'A'],
    ['b', 'B'],
  ])
  const missing = new Set(['b'])
  let refuses = false
  const preview = createLivePreview({
    session: { rows, order, elsewhere },
    rest: 1,
    async ask(blocks) {
      asked.push(blocks)
      if (refuses) throw new Error('The workspace is away')
      const ids = [...now.keys()].filter((id) => blocks?.includes(id) ?? true)
      return {
        blocks: ids.map((id) => makeBlock(id, now.get(id) ?? '')),
        missing: ids.filter((id) => missing.has(id)),
      }
    },
  })
  await vi.waitFor(() => expect(wordsOf(preview.shown.get())).toEqual(['A', 'B']))
  return {
    preview,
    asked,
    now,
    missing,
    order,
    elsewhere,
    refuse: (refused: boolean) => {
      refuses = refused
    },
    change: (id: string) => rows.set(new Map(rows.get()).set(id, makeRow({ row: id, block: id }))),
  }
}

test('after a row changed only its block is read again, and the others stay the same objects', async () => {
  const { preview, asked, now, missing, change } = await makePreview()
  const [first] = preview.shown.get()?.blocks ?? []
  now.set('b', 'B, written')
  missing.clear()
  change('b')
  await vi.waitFor(() => expect(wordsOf(preview.shown.get())).toEqual(['A', 'B, written']))
  expect(asked).toEqual([null, ['b']])
  expect(preview.shown.get()?.blocks[0]).toBe(first)
  expect(preview.shown.get()?.missing).toEqual([])
  preview.close()
})

test('a paragraph whose sentences were all left out goes, and when it comes back the whole is read', async () => {
  const { preview, asked, now, change } = await makePreview()
  now.delete('b')
  change('b')
  await vi.waitFor(() => expect(wordsOf(preview.shown.get())).toEqual(['A']))
  now.set('b', 'B again')
  change('b')
  await vi.waitFor(() => expect(wordsOf(preview.shown.get())).toEqual(['A', 'B again']))
  expect(asked).toEqual([null, ['b'], ['b'], null])
  preview.close()
})

test('after sentences came or a picture changed the whole is read', async () => {
  const { preview, asked, now, order, elsewhere } = await makePreview()
  now.set('c', 'C')
  order.set(['a', 'b', 'c'])
  await vi.waitFor(() => expect(wordsOf(preview.shown.get())).toEqual(['A', 'B', 'C']))
  now.set('a', 'A, with another picture')
  elsewhere.set(1)
  await vi.waitFor(() => expect(wordsOf(preview.shown.get())?.[0]).toBe('A, with another picture'))
  expect(asked).toEqual([null, null, null])
  preview.close()
})

test('what could not be read is told, stays as it was, and is read whole with the next change', async () => {
  const { preview, asked, now, change, refuse } = await makePreview()
  refuse(true)
  now.set('a', 'A, written')
  change('a')
  await vi.waitFor(() => expect(preview.error.get()).toBeInstanceOf(Error))
  expect(wordsOf(preview.shown.get())).toEqual(['A', 'B'])
  refuse(false)
  change('b')
  await vi.waitFor(() => expect(wordsOf(preview.shown.get())).toEqual(['A, written', 'B']))
  expect(preview.error.get()).toBeNull()
  expect(asked).toEqual([null, ['a'], null])
  preview.close()
})
