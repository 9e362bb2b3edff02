import { expect, test } from 'vitest'
import type { Official } from '#domain/terms/termbase.ts'
import {
  cleanPerson,
  emptyPerson,
  maySave,
  newestFirst,
  noFilter,
  personProblems,
  personRows,
} from './person-rows.ts'

function makePerson(name: string, changes: Partial<Official> = {}): Official {
  return { id: name, name, gender: '', titles: [], names: [], note: '', source: '', ...changes }
}
const title = (text: string, from: string, until = '') => ({ id: text, text, concept: '', from, until })

test('people stand by their given name, as Vietnamese lists have them', () => {
  const people = ['Nguyễn Thị Lan', 'Phạm An', 'Đỗ Văn Ân', 'Trần Lan', 'Lê Lân'].map((name) =>
    makePerson(name),
  )
  expect(personRows(people, noFilter, '2026-11-24').map(({ name }) => name)).toEqual([
    'Phạm An',
    'Đỗ Văn Ân',
    'Nguyễn Thị Lan',
    'Trần Lan',
    'Lê Lân',
  ])
})

test('people in office, without confirmed characters or without a gender are found', () => {
  const lan = makePerson('Nguyễn Thị Lan', {
    gender: 'female',
    titles: [title('Giám đốc', '2021-01-01', '2025-06-30')],
    names: [{ language: 'zh-CN', text: '阮氏兰', confirmed: true }],
  })
  const nam = makePerson('Trần Nam', {
    titles: [title('Chủ tịch', '2025-07-01')],
    names: [{ language: 'zh', text: '陈南', confirmed: false }],
  })
  const names = (standing: 'current' | 'unconfirmed' | 'noGender') =>
    personRows([lan, nam], { words: '', standing }, '2026-11-24').map(({ name }) => name)
  expect(names('current')).toEqual(['Trần Nam'])
  expect(names('unconfirmed')).toEqual(['Trần Nam'])
  expect(names('noGender')).toEqual(['Trần Nam'])
  expect(personRows([lan, nam], { words: '氏兰', standing: 'all' }, '2026-11-24')).toEqual([lan])
})

test('a form tells a missing name, days that are none or run backwards, and a namesake', () => {
  expect(
    personProblems(
      emptyPerson(() => 'x'),
      [],
    ),
  ).toEqual([{ kind: 'nameless' }])
  const written = makePerson(' Lê Lan ', {
    id: 'new',
    titles: [title('Giám đốc', '2026-01-01', '2025-01-01'), title('Bí thư', '20-1-1')],
    names: [
      { language: 'zh', text: '兰', confirmed: true },
      { language: 'zh', text: '蘭', confirmed: false },
    ],
  })
  const problems = personProblems(written, [makePerson('Lê Lan')])
  expect(problems).toEqual([
    { kind: 'backwards', text: 'Giám đốc' },
    { kind: 'badDay', text: 'Bí thư' },
    { kind: 'languageTwice', language: 'zh' },
    { kind: 'namesake' },
  ])
  expect(maySave(problems)).toBe(false)
  expect(maySave(problems.filter(({ kind }) => kind === 'backwards' || kind === 'namesake'))).toBe(true)
})

test('what is saved has no empty titles and names, and titles are told newest first', () => {
  expect(cleanPerson({ ...emptyPerson(() => 'x'), name: ' Lan ' })).toEqual(makePerson('Lan', { id: 'x' }))
  const titles = [title('a', '2020-01-01'), title('b', ''), title('c', '2024-01-01')]
  expect(newestFirst(titles).map(({ text }) => text)).toEqual(['c', 'a', 'b'])
})
