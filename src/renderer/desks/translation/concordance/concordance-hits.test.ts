import { expect, test } from 'vitest'
import type { MemoryUnit } from '#contract/memory.ts'
import { memoryHits, termHits } from './concordance-hits.ts'

function makeUnit(unit: string, texts: Readonly<Record<string, string>>): MemoryUnit {
  return {
    unit,
    texts: Object.entries(texts).map(([language, text]) => ({ language, text: [text] })),
    origin: { kind: 'import', name: 'a.tmx', document: '' },
    at: 1,
    by: 'Hoa',
    withdrawn: false,
  }
}

test('a unit found on both sides is told once, its source on the left whatever it holds first', () => {
  const tea = makeUnit('tea', { 'en-GB': 'tea', 'vi-VN': 'chè', zh: '茶' })
  const fair = makeUnit('fair', { vi: 'hội chợ', en: 'fair' })
  const hits = memoryHits([tea, fair, tea], { from: 'vi', to: 'en' })
  expect(hits.map(({ source, target }) => [source, target])).toEqual([
    ['chè', 'tea'],
    ['hội chợ', 'fair'],
  ])
})

test('a unit that lacks one of the two languages is no help', () => {
  expect(memoryHits([makeUnit('x', { vi: 'chè', zh: '茶' })], { from: 'vi', to: 'en' })).toEqual([])
  expect(memoryHits([makeUnit('x', { vi: 'chè', 'zh-TW': '茶' })], { from: 'vi', to: 'zh' })).toEqual([])
})

test('terms come with the form to write; what has none in the target is left out', () => {
  const concept = {
    id: 'che',
    kind: 'product' as const,
    terms: [
      { id: '1', language: 'vi', text: 'chè búp', use: 'preferred' as const, note: '' },
      { id: '2', language: 'en', text: 'tea', use: 'forbidden' as const, note: '' },
      { id: '3', language: 'zh', text: '茶芽', use: 'preferred' as const, note: '' },
    ],
    note: '',
    source: '',
    status: 'approved' as const,
  }
  expect(termHits([concept], 'che', { from: 'vi', to: 'zh' })).toMatchObject([
    { source: 'chè búp', target: '茶芽' },
  ])
  expect(termHits([concept], 'che', { from: 'vi', to: 'en' })).toEqual([])
  expect(termHits([concept], ' ', { from: 'vi', to: 'zh' })).toEqual([])
})
