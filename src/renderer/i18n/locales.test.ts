import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failureCodes } from '#contract/failures.ts'
import { interfaceLanguages } from './languages.ts'

const folder = join(import.meta.dirname, '../../../locales')
const languages = interfaceLanguages.map(({ tag }) => tag)
const namespaces = readdirSync(join(folder, 'vi')).filter((name) => name.endsWith('.json'))

type Texts = { readonly [key: string]: string | Texts }

function textsOf(language: string, namespace: string): Texts {
  return JSON.parse(readFileSync(join(folder, language, namespace), 'utf8'))
}

function flatten(texts: Texts, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : flatten(value, `${prefix}${key}.`),
  )
}

/** Only English has a form for one; the others say all numbers alike. */
function keysOf(language: string, namespace: string): readonly string[] {
  const keys = flatten(textsOf(language, namespace)).map(([key]) => key.replace(/_(one|other)$/, '_number'))
  return [...new Set(keys)].sort()
}

function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort()
}

test.each(languages)('%s has the same namespaces as Vietnamese', (language) => {
  expect(readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'))).toEqual(namespaces)
})

test.each(languages.flatMap((language) => namespaces.map((namespace) => [language, namespace] as const)))(
  '%s/%s has the same keys as Vietnamese, and no empty text',
  (language, namespace) => {
    expect(keysOf(language, namespace)).toEqual(keysOf('vi', namespace))
    expect(flatten(textsOf(language, namespace)).filter(([, text]) => text.trim() === '')).toEqual([])
  },
)

test.each(languages.flatMap((language) => namespaces.map((namespace) => [language, namespace] as const)))(
  '%s/%s says the same facts as Vietnamese',
  (language, namespace) => {
    const vietnamese = new Map(flatten(textsOf('vi', namespace)))
    const unequal = flatten(textsOf(language, namespace))
      .filter(([key]) => vietnamese.has(key))
      .filter(([key, text]) => {
        const own = placeholdersOf(text)
        const theirs = placeholdersOf(vietnamese.get(key) ?? '')
        return [...new Set(own)].join() !== [...new Set(theirs)].join()
      })
    expect(unequal).toEqual([])
  },
)

test.each(languages)(
  'in %s every failure has a sentence that says what happened and what to do',
  (language) => {
    const texts = textsOf(language, 'failures.json')
    const silent = failureCodes.filter((code) => {
      const sentence = texts[code]
      if (typeof sentence !== 'object') return true
      const parts = Object.keys(sentence).map((key) => key.split('_')[0])
      return !parts.includes('what') || !parts.includes('todo')
    })
    expect(silent).toEqual([])
  },
)

test('Vietnamese words carry their tone marks as newspapers and laws write them: tòa, khóa, ủy', () => {
  const newStyle = /(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/iu
  const odd = namespaces.flatMap((namespace) =>
    flatten(textsOf('vi', namespace)).filter(([, text]) => newStyle.test(text)),
  )
  expect(odd).toEqual([])
})
