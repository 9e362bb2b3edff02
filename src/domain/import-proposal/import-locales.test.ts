import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importWarningCodes } from '../imported-text.ts'
import { guesses } from './proposal.ts'

describe.each(['vi', 'en', 'zh', 'ko'])('the import words in %s', (language) => {
  const words = JSON.parse(readFileSync(`locales/${language}/import.json`, 'utf8')) as Record<
    string,
    Record<string, string>
  >

  test('explain every guess and every warning', () => {
    expect(Object.keys(words['guess'] ?? {}).toSorted()).toEqual([...guesses].toSorted())
    expect(Object.keys(words['warning'] ?? {}).toSorted()).toEqual([...importWarningCodes].toSorted())
  })
})
