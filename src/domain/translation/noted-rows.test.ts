import { expect, test } from 'vitest'
import type { Segment } from '../segments/segments.ts'
import { compareRows, rowsBesideSource } from './noted-rows.ts'
import type { NotedRow } from './translation-note.ts'

function row(source: string, target: string, block = 'p'): NotedRow {
  return { block, field: 'text', state: 'confirmed', source: [source], target: [target] }
}

function segment(source: string, ordinal: number, block = 'p'): Segment {
  return {
    key: source,
    kind: 'paragraph',
    place: { block, field: 'text', ordinal },
    source: [source],
    glue: ' ',
  }
}

test('sentences that nobody translated stand empty in their places', () => {
  const rows = [row('Một.', 'One.'), row('Ba.', 'Three.')]
  const beside = rowsBesideSource(
    rows,
    ['Một.', 'Hai.', 'Ba.', 'Bốn.'].map((text, at) => segment(text, at)),
  )
  expect(beside.map(({ source, target, state }) => [source[0], target[0], state])).toEqual([
    ['Một.', 'One.', 'confirmed'],
    ['Hai.', undefined, 'empty'],
    ['Ba.', 'Three.', 'confirmed'],
    ['Bốn.', undefined, 'empty'],
  ])
})

test('added and merged rows stay where they are, and their sentences are not missing', () => {
  const rows = [
    row('Một.', 'One.'),
    row('', 'Added.'),
    row('Hai. Ba.', 'Two and three.'),
    row('Bốn.', 'Four.'),
  ]
  const beside = rowsBesideSource(
    rows,
    ['Một.', 'Hai.', 'Ba.', 'Bốn.'].map((text, at) => segment(text, at)),
  )
  expect(beside).toEqual(rows)
})

test('rows that no sentence asks for are not lost', () => {
  const rows = [row('Cũ.', 'Old.')]
  expect(rowsBesideSource(rows, [segment('Mới.', 0)]).map(({ source }) => source[0])).toEqual(['Mới.', 'Cũ.'])
})

test('a row is compared with what stood for its sentence, a changed sentence with what is left of its block', () => {
  const before = [row('Một.', 'One.'), row('Hai.', 'Two.'), row('Khác.', 'Other.', 'q')]
  const now = [row('Hai.', 'TWO.'), row('Một nữa.', 'One more.'), row('Mới.', 'New.', 'r')]
  expect(compareRows(now, before).map(({ former }) => former?.[0] ?? null)).toEqual(['Two.', 'One.', null])
})
