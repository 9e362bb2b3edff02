import { expect, test } from 'vitest'
import type { TermbaseView } from '#contract/terms.ts'
import { factReader } from './beside-facts.ts'

const termbase: TermbaseView = {
  concepts: [
    {
      id: 'tea',
      kind: 'other',
      note: '',
      source: '',
      status: 'approved',
      terms: [
        { id: 'v', language: 'vi', text: 'lễ hội trà', use: 'preferred', note: '' },
        { id: 'e', language: 'en', text: 'Tea Festival', use: 'preferred', note: '' },
      ],
    },
  ],
  people: [
    {
      id: 'lan',
      name: 'Đặng Thị Lan',
      gender: 'female',
      titles: [],
      names: [{ language: 'zh', text: '邓氏兰', confirmed: true }],
      note: '',
      source: '',
    },
  ],
  shipped: false,
}

test('numbers of both languages stand side by side, and the form in which a term was written', () => {
  const facts = factReader(
    termbase,
    'vi',
    'en',
  )('Lễ hội trà đón 12.500 khách.', 'The tea festival had 12,500 visitors.')
  expect(facts.numbers).toEqual({ source: ['12.500'], target: ['12,500'] })
  expect(facts.named).toEqual([
    { kind: 'term', source: 'Lễ hội trà', target: 'Tea Festival', wanted: ['Tea Festival'] },
  ])
})

test('a name that is not in the target is told with what it should be', () => {
  const facts = factReader(termbase, 'vi', 'zh')('Bà Đặng Thị Lan phát biểu.', '邓氏蓝讲话。')
  expect(facts.named).toEqual([{ kind: 'name', source: 'Đặng Thị Lan', target: null, wanted: ['邓氏兰'] }])
})
