import { expect, test } from 'vitest'
import type { Concept, Term } from '#domain/terms/termbase.ts'
import { conceptName, holdsWords, nameIn } from './concept-search.ts'

function makeTerm(language: string, text: string, use: Term['use'] = 'preferred'): Term {
  return { id: `${language}-${text}`, language, text, use, note: '' }
}

const province: Concept = {
  id: 'thai-nguyen',
  kind: 'place',
  terms: [
    makeTerm('en', 'Thai Nguyen Province'),
    makeTerm('vi', 'Thái Nguyên', 'allowed'),
    makeTerm('vi', 'tỉnh Thái Nguyên'),
    makeTerm('zh', '越南太原省'),
    makeTerm('zh', '太原市', 'forbidden'),
    makeTerm('ko', '타이응우옌성'),
  ],
  note: 'không lẫn với Thái Nguyên (Sơn Tây)',
  source: '',
  status: 'approved',
}

test('an entry is found by words of any of its languages, in any order, without marks (LANG1)', () => {
  for (const query of ['nguyen thai', 'PROVINCE', '太原', '응우옌', 'sơn tây', 'Thái 越南', ' '])
    expect(holdsWords(province, query), query).toBe(true)
  for (const query of ['太省', 'thai binh', '원응']) expect(holdsWords(province, query), query).toBe(false)
})

test('an entry goes by its form to write, in Vietnamese when it has one', () => {
  expect(conceptName(province)).toBe('tỉnh Thái Nguyên')
  expect(nameIn(province, 'zh-CN')).toBe('越南太原省')
  expect(nameIn(province, 'ja')).toBe('')
  expect(conceptName({ terms: [makeTerm('zh', '南海', 'forbidden'), makeTerm('en', 'East Sea')] })).toBe(
    'East Sea',
  )
})
