import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { emptyMetadata } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'
import { articleUpdate, changeArticle, readArticle } from './article.ts'
import { readOddities } from './oddities.ts'
import { markerFlags } from './roots.ts'
import { settleOddity } from './settle-oddity.ts'

type Version = readonly string[]

function blocks(version: Version) {
  return version.map((text) => {
    const [id = '', words = ''] = text.split(':')
    return { id, kind: 'paragraph' as const, runs: words ? [{ text: words, marks: {} }] : [] }
  })
}

function write(doc: Y.Doc, ...versions: readonly Version[]): void {
  for (const version of versions) changeArticle(doc, { metadata: emptyMetadata, blocks: blocks(version) })
}

/** Two machines start from the same text, write their versions one after the other, and merge. */
function merged(start: Version, left: readonly Version[], right: readonly Version[]): Y.Doc {
  const update = articleUpdate({ metadata: emptyMetadata, blocks: blocks(start) })
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [one, other]) Y.applyUpdate(doc, update)
  write(one, ...left)
  write(other, ...right)
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  expect(readArticle(other)).toEqual(readArticle(one))
  expect(readOddities(other)).toEqual(readOddities(one))
  return one
}

function texts(doc: Y.Doc): readonly string[] {
  return readArticle(doc).blocks.map(blockText)
}

const start = ['a:một hai', 'b:ba bốn năm', 'c:sáu bảy tám']

test('words that both split off and moved stand in two places, marked, until a person keeps both (SYNC1)', () => {
  const doc = merged(
    start,
    [
      ['a:một ', 'l:hai', ...start.slice(1)],
      ['a:một ', 'b:ba bốn năm', 'l:hai', 'c:sáu bảy tám'],
    ],
    [
      ['a:một ', 'r:hai', ...start.slice(1)],
      ['a:một ', ...start.slice(1), 'r:hai'],
    ],
  )
  expect(texts(doc).filter((text) => text === 'hai')).toHaveLength(2)
  const [oddity] = readOddities(doc)
  expect(oddity).toMatchObject({ kind: 'textTwice', choices: ['keep'] })
  expect(new Set(oddity?.blocks)).toEqual(new Set(['l', 'r']))
  settleOddity(doc, oddity?.id ?? '', 'keep')
  expect(texts(doc).filter((text) => text === 'hai')).toHaveLength(2)
  expect(readOddities(doc)).toEqual([])
})

test('a part moved by one and the whole block by the other is marked, until the part too many is deleted', () => {
  const doc = merged(
    start,
    [['b:ba bốn năm', 'c:sáu bảy tám', 'a:một hai']],
    [
      ['a:một ', 'r:hai', ...start.slice(1)],
      ['a:một ', 'b:ba bốn năm', 'r:hai', 'c:sáu bảy tám'],
    ],
  )
  expect(texts(doc)).toEqual(['ba bốn năm', 'hai', 'sáu bảy tám', 'một hai'])
  expect(readOddities(doc).map(({ kind, blocks }) => [kind, ...blocks])).toEqual([
    ['textTwice', 'r', 'a'],
    ['textTwice', 'a', 'r'],
  ])
  write(doc, ['b:ba bốn năm', 'c:sáu bảy tám', 'a:một hai'])
  expect(readOddities(doc)).toEqual([])
})

test('a block moved twice and changed on the way is known by the letters that stayed', () => {
  const doc = merged(
    start,
    [
      ['b:ba bốn năm', 'a:một! hai', 'c:sáu bảy tám'],
      ['b:ba bốn năm', 'c:sáu bảy tám', 'a:một! hai'],
    ],
    [
      ['a:một ', 'r:hai', ...start.slice(1)],
      ['r:hai', 'a:một ', ...start.slice(1)],
    ],
  )
  expect(texts(doc)).toEqual(['hai', 'ba bốn năm', 'sáu bảy tám', 'một! hai'])
  expect(readOddities(doc).map(({ kind }) => kind)).toEqual(['textTwice', 'textTwice'])
})

test('two parts of one block that went their own ways are nothing odd', () => {
  const split = ['a:một ', 'r:hai', ...start.slice(1)]
  const doc = new Y.Doc()
  write(doc, start, split, ['a:một ', ...start.slice(1), 'r:hai'], ['r:hai', ...start.slice(1), 'a:một '])
  expect(readOddities(doc)).toEqual([])
})

test('what a broken program wrote about moves is passed over', () => {
  const doc = new Y.Doc()
  write(doc, start, [...start.slice(1), 'a:một hai'])
  const [key = ''] = [...markerFlags(doc).keys()].filter((name) => name.endsWith('/moved'))
  const itself = JSON.stringify([[doc.clientID, 0, 9999, doc.clientID, 0]])
  for (const value of ['', '{', '[1]', '[["a",1,2,3,4]]', itself, true as const]) {
    markerFlags(doc).set(key, value)
    expect(readOddities(doc)).toEqual([])
  }
})
