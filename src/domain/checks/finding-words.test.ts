import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CodedText } from '#domain/segments/coded-text.ts'
import en from '#locales/en/checks.json' with { type: 'json' }
import ko from '#locales/ko/checks.json' with { type: 'json' }
import vi from '#locales/vi/checks.json' with { type: 'json' }
import zh from '#locales/zh/checks.json' with { type: 'json' }
import { checkSegment } from './check-segment.ts'
import { checkTranslation } from './check-translation.ts'
import type { Finding, FindingKind } from './finding.ts'
import { findingWords } from './finding-words.ts'
import { sentenceCases } from './sentences.test-kit.ts'

/** Fails to compile where a kind of finding has no words. */
type Words = Readonly<Record<FindingKind, Readonly<{ what: string; todo: string }>>>
const locales = { vi, en, zh, ko } satisfies Record<string, Words>
const languages = ['vi', 'en', 'zh', 'ko'] as const
const i18n = i18next.createInstance()

beforeAll(async () => {
  const resources = Object.fromEntries(languages.map((language) => [language, { checks: locales[language] }]))
  await i18n.init({
    lng: 'vi',
    ns: ['checks'],
    defaultNS: 'checks',
    interpolation: { escapeValue: false },
    resources,
  })
})

const bold = { code: 'open', number: 1, mark: 'bold', value: '' } as const

/** Slips that no sentence of the table has. */
const slips: readonly (readonly [source: CodedText, target: CodedText])[] = [
  [[bold, 'Xin chào.', { ...bold, code: 'close' }], ['Hello.']],
  [['Xin chào.'], [{ ...bold, code: 'close' }, 'Hello.']],
  [['Trời nắng đẹp.'], ['Trời nắng đẹp.']],
  [['Trời nắng đẹp.'], ['The the  sky\u200b is nắng , see a.vn. ']],
  [['Trời nắng đẹp'], ['It was a sunny day. It was warm in the morning and cold at night, and nobody came.']],
]

/** Findings of every kind, from Vietnamese to each other language. */
function everyFinding(): readonly Finding[] {
  const sentences = sentenceCases.flatMap(({ right, wrong }) =>
    wrong.slice(1).flatMap((target, at) =>
      checkSegment({
        source: [right[0]],
        target: [target],
        sourceLanguage: 'vi',
        targetLanguage: languages[at + 1] ?? 'en',
        terms: [{ term: 'dự án', source: { start: 0, end: 1 }, allowed: ['scheme'], forbidden: ['project'] }],
      }),
    ),
  )
  const slipped = slips.flatMap(([source, target]) =>
    checkSegment({ source, target, sourceLanguage: 'vi', targetLanguage: 'en', terms: [] }),
  )
  const rows = ['Hello.', 'Hi.', 'Hello.'].map((target, at) => ({
    id: `${at}`,
    source: [at === 2 ? 'Xin chào anh.' : 'Xin chào.'],
    target: [target],
  }))
  const context = { sourceLanguage: 'vi', targetLanguage: 'en', termsOf: () => [] }
  return [...sentences, ...slipped, ...[...checkTranslation(rows, context).values()].flat()]
}

test('the findings below are of every kind', () => {
  const found = new Set<string>(everyFinding().map(({ kind }) => kind))
  const kinds = Object.keys(vi).filter((key) => key !== 'name' && key !== 'severity')
  expect(kinds.filter((kind) => !found.has(kind))).toEqual([])
})

describe.each(languages)('in %s', (language) => {
  test('every kind of finding has its words, and every word of a kind names a fact it has', () => {
    for (const finding of everyFinding()) {
      const { what, todo, values } = findingWords(finding)
      for (const key of [what, todo]) {
        const sentence = i18n.getFixedT(language)(key, values)
        expect(sentence).not.toBe(key)
        expect(sentence).not.toMatch(/\{\{|\$t\(|undefined|checks:/)
      }
    }
  })

  test('the same kinds have words as in Vietnamese', () => {
    expect(Object.keys(locales[language])).toEqual(Object.keys(vi))
  })
})

test('a changed number is explained in Vietnamese with both values and the right form', () => {
  const target = 'It collected 1.2 billion dong.'
  const [finding] = checkSegment({
    source: ['Thu 1.200 tỷ đồng.'],
    target: [target],
    sourceLanguage: 'vi',
    targetLanguage: 'en',
    terms: [],
  })
  const { what, todo, values } = findingWords(finding as Finding)
  const say = i18n.getFixedT('vi')
  expect(`${say(what, values)} ${say(todo, values)}`).toBe(
    'Câu gốc ghi số “1.200 tỷ đồng”, bản dịch ghi “1.2 billion dong”. So lại với câu gốc; nếu câu gốc đúng thì viết “1.2 trillion dong”.',
  )
})
