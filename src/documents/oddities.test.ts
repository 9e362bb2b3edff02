import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { emptyMetadata } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'
import { articleUpdate, changeArticle, readArticle } from './article.ts'
import { readOddities } from './oddities.ts'
import { settleOddity } from './settle-oddity.ts'

function paragraphs(...texts: readonly string[]) {
  return texts.map((text) => {
    const [id, words] = text.split(':')
    return { id: id ?? '', kind: 'paragraph' as const, runs: words ? [{ text: words, marks: {} }] : [] }
  })
}

/** Two machines start from the same text, write the texts given, and merge. */
function merged(start: readonly string[], left: readonly string[], right: readonly string[]): Y.Doc {
  const update = articleUpdate({ metadata: emptyMetadata, blocks: paragraphs(...start) })
  const [one, other] = [left, right].map((texts) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    changeArticle(doc, { metadata: emptyMetadata, blocks: paragraphs(...texts) })
    return doc
  })
  if (!one || !other) throw new Error('two sides')
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  expect(readArticle(other)).toEqual(readArticle(one))
  return one
}

function texts(doc: Y.Doc): readonly string[] {
  return readArticle(doc).blocks.map((block) => `${block.id}:${blockText(block)}`)
}

function settleFirst(doc: Y.Doc, choice: 'keep' | 'join' | 'drop'): readonly string[] {
  settleOddity(doc, readOddities(doc)[0]?.id ?? '', choice)
  return texts(doc)
}

test('words typed into a block that the other side deleted show where it stood, marked', () => {
  const merge = () => merged(['a:mot', 'b:hai', 'c:ba'], ['a:mot', 'c:ba'], ['a:mot', 'b:haiX', 'c:ba'])
  const doc = merge()
  expect(texts(doc)).toEqual(['a:mot', 'b:X', 'c:ba'])
  expect(readOddities(doc)).toMatchObject([{ kind: 'typedIntoDeleted', blocks: ['b'] }])
  expect(settleFirst(doc, 'keep')).toEqual(['a:mot', 'b:X', 'c:ba'])
  expect(readOddities(doc)).toEqual([])
  expect(settleFirst(merge(), 'drop')).toEqual(['a:mot', 'c:ba'])
})

test('words typed into a block that the other side moved can follow it, stay or go', () => {
  const merge = () =>
    merged(['a:mot', 'b:hai', 'c:bốn'], ['b:hai', 'c:bốn', 'a:mot'], ['a:motX', 'b:hai', 'c:bốn'])
  const doc = merge()
  expect(texts(doc)).toEqual([expect.stringMatching(/:X$/), 'b:hai', 'c:bốn', 'a:mot'])
  expect(readOddities(doc)).toMatchObject([{ kind: 'typedIntoMoved' }])
  expect(settleFirst(doc, 'join')).toEqual(['b:hai', 'c:bốn', 'a:motX'])
  expect(readOddities(doc)).toEqual([])
  const kept = merge()
  expect(settleFirst(kept, 'keep')).toHaveLength(4)
  expect(readOddities(kept)).toEqual([])
  expect(settleFirst(merge(), 'drop')).toEqual(['b:hai', 'c:bốn', 'a:mot'])
})

test('a block moved on both sides stands in both places, each marked, until one is dropped or both kept', () => {
  const merge = () =>
    merged(
      ['a:một', 'b:hai dài', 'c:ba dài'],
      ['b:hai dài', 'a:một', 'c:ba dài'],
      ['b:hai dài', 'c:ba dài', 'a:một'],
    )
  const doc = merge()
  expect(readArticle(doc).blocks.map(blockText)).toEqual(['hai dài', 'một', 'ba dài', 'một'])
  expect(readOddities(doc).map((oddity) => oddity.kind)).toEqual(['movedTwice', 'movedTwice'])
  expect(settleFirst(doc, 'drop')).toEqual(['b:hai dài', 'c:ba dài', 'a:một'])
  expect(readOddities(doc)).toEqual([])
  const both = merge()
  settleFirst(both, 'keep')
  expect(readArticle(both).blocks).toHaveLength(4)
  expect(readOddities(both)).toEqual([])
})

test('a block joined to one while another is put between them stands on its own, and stays so', () => {
  const doc = merged(['a:một', 'c:ba'], ['a:mộtba'], ['a:một', 'b:hai', 'c:baX'])
  expect(texts(doc)).toEqual(['a:một', 'b:hai', 'c:baX'])
  changeArticle(doc, { metadata: emptyMetadata, blocks: paragraphs('a:một', 'c:baX') })
  expect(texts(doc)).toEqual(['a:một', 'c:baX'])
})

test('words typed at the end of a block stay in it when a block is put behind it, whoever has the lower id', () => {
  for (const [left, right] of [
    [1, 2],
    [2, 1],
  ] as const) {
    const update = articleUpdate({ metadata: emptyMetadata, blocks: paragraphs('a:một', 'b:hai') })
    const one = new Y.Doc()
    const other = new Y.Doc()
    one.clientID = left
    other.clientID = right
    for (const doc of [one, other]) Y.applyUpdate(doc, update)
    changeArticle(one, { metadata: emptyMetadata, blocks: paragraphs('a:mộtX', 'b:hai') })
    changeArticle(other, { metadata: emptyMetadata, blocks: paragraphs('a:một', 'n:mới', 'b:hai') })
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
    expect(texts(one)).toEqual(['a:mộtX', 'n:mới', 'b:hai'])
  }
})

test('words typed in the part that the other side split off follow it', () => {
  const doc = merged(['a:một hai'], ['a:một ', 'b:hai'], ['a:một haiX'])
  expect(texts(doc)).toEqual(['a:một ', 'b:haiX'])
})

test('text before the first marker is shown and can be taken up', () => {
  const doc = new Y.Doc()
  doc.getText('body').insert(0, 'lạc')
  expect(readArticle(doc).blocks.map(blockText)).toEqual(['lạc'])
  expect(readOddities(doc)).toMatchObject([{ kind: 'loose' }])
  settleFirst(doc, 'keep')
  expect(readArticle(doc).blocks.map(blockText)).toEqual(['lạc'])
  expect(readOddities(doc)).toEqual([])
})
