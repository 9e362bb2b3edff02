import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { trustProblems } from './trust.ts'

const locales = new URL('../../locales/', import.meta.url)

it.each(readdirSync(locales))('every problem of trust has words in “%s”', (language) => {
  const texts = JSON.parse(readFileSync(new URL(`${language}/review.json`, locales), 'utf8'))
  for (const problem of trustProblems) expect(texts.problem[problem], problem).toEqual(expect.any(String))
})
