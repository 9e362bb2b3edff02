import { expect, test } from 'vitest'
import { type ColumnRole, choiceOf, columnLanguages, roleOf, withColumn } from './glossary-columns.ts'

const term = (language: string): ColumnRole => ({ role: 'term', language })
const note: ColumnRole = { role: 'note', language: null }

test('a choice of the list is the role it was made of', () => {
  for (const role of [term('zh-Hant'), note, { role: 'forbidden', language: 'ko' } as const])
    expect(roleOf(choiceOf(role))).toEqual(role)
  expect(roleOf('what ever')).toEqual({ role: 'ignore', language: null })
  expect(roleOf('term')).toEqual({ role: 'ignore', language: null })
})

test('a language whose terms are said to stand in another column leaves the one it had', () => {
  expect(withColumn([term('vi'), term('en'), note], 2, term('vi'))).toEqual([
    { role: 'ignore', language: null },
    term('en'),
    term('vi'),
  ])
  const allowed: ColumnRole = { role: 'allowed', language: 'vi' }
  expect(withColumn([term('vi'), note], 1, allowed)).toEqual([term('vi'), allowed])
})

test('languages that only the file has are offered too', () => {
  expect(columnLanguages([{ name: 'Lào', role: term('lo') }], ['vi', 'en'])).toEqual(['vi', 'en', 'lo'])
})
