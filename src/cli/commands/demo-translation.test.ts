import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkTranslation } from '#domain/checks/check-translation.ts'

const file = 'resources/sample/le-hoi-tra-tan-cuong.en.json'

test('the sample’s translation says what its source says: numbers, dates and sums', () => {
  const { rows } = JSON.parse(readFileSync(file, 'utf8'))
  const asked = rows.map((row: { source: string; target: unknown }, at: number) => ({
    id: String(at),
    source: [row.source],
    target: (Array.isArray(row.target) ? row.target : []).filter((part) => typeof part === 'string'),
  }))
  const found = checkTranslation(asked, { sourceLanguage: 'vi', targetLanguage: 'en', termsOf: () => [] })
  const errors = [...found.values()].flat().filter(({ severity }) => severity === 'error')
  expect(errors).toEqual([])
})
