import { expect, test } from 'vitest'
import { defaultPreferences } from '#contract/default-preferences.ts'
import { preferenceChange } from '#contract/settings.ts'
import { makeStore } from '#tests/workspace/make-store.ts'
import { changePreferences, readPreferences } from './preferences.ts'

test('A workspace starts in Vietnamese with everything at its default', () => {
  expect(readPreferences(makeStore().read, null)).toEqual(defaultPreferences)
  expect(defaultPreferences.interfaceLanguage).toBe('vi')
})

test('A change leaves what it does not name', () => {
  const store = makeStore()
  changePreferences(store, 'lan', { textSize: 24 })
  changePreferences(store, 'lan', preferenceChange.parse({ desk: 'review' }))
  expect(readPreferences(store.read, 'lan')).toEqual({ ...defaultPreferences, textSize: 24, desk: 'review' })
})

test("Each profile has its own; a new one starts from the machine's, which looks as was chosen last", () => {
  const store = makeStore()
  changePreferences(store, null, { interfaceLanguage: 'ko', textSize: 20 })
  changePreferences(store, 'lan', { interfaceLanguage: 'en', textSize: 24 })
  expect(readPreferences(store.read, 'lan')).toMatchObject({ interfaceLanguage: 'en', textSize: 24 })
  expect(readPreferences(store.read, null)).toMatchObject({ interfaceLanguage: 'en', textSize: 20 })
  changePreferences(store, null, { interfaceLanguage: 'zh' })
  expect(readPreferences(store.read, 'minh').interfaceLanguage).toBe('zh')
  expect(readPreferences(store.read, 'lan').interfaceLanguage).toBe('en')
})

test('A choice that this version does not know falls back alone', () => {
  const store = makeStore()
  const stored = { ...defaultPreferences, interfaceLanguage: 'fr', textSize: 22, newer: true }
  store.write((db) =>
    db.prepare('INSERT INTO preferences (profile, value) VALUES (?, ?)').run('lan', JSON.stringify(stored)),
  )
  expect(readPreferences(store.read, 'lan')).toEqual({ ...defaultPreferences, textSize: 22 })
})

test('SEC2: an unknown choice is refused', () => {
  expect(preferenceChange.safeParse({ newer: true }).success).toBe(false)
  expect(preferenceChange.safeParse({ textSize: 1000 }).success).toBe(false)
})
