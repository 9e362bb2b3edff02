import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkTranslation } from '#domain/checks/check-translation.ts'
import { sampleTongues } from './demo-translation.ts'

test.for(sampleTongues)(
  'the sample’s translation (%s) says what its source says: numbers, dates and sums',
  (tongue) => {
    const file = `resources/sample/le-hoi-tra-tan-cuong.${tongue}.json`
    const { rows } = JSON.parse(readFileSync(file, 'utf8'))
    const asked = rows.map((row: { source: string; target: unknown }, at: number) => ({
      id: String(at),
      source: [row.source],
      target: (Array.isArray(row.target) ? row.target : []).filter((part) => typeof part === 'string'),
    }))
    const found = checkTranslation(asked, { sourceLanguage: 'vi', targetLanguage: tongue, termsOf: () => [] })
    const errors = [...found.values()].flat().filter(({ severity }) => severity === 'error')
    expect(errors).toEqual([])
  },
)
