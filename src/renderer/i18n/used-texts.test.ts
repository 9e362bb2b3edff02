import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const locales = join(root, '../../locales/vi')

type Texts = { readonly [key: string]: string | Texts }

function has(texts: Texts | string | undefined, path: readonly string[]): boolean {
  const [key, ...rest] = path
  if (key === undefined) return typeof texts === 'string'
  if (typeof texts !== 'object') return false
  if (rest.length > 0) return has(texts[key], rest)
  return Object.keys(texts).some((known) => known === key || known.startsWith(`${key}_`))
}

function texts(namespace: string): Texts {
  return JSON.parse(readFileSync(join(locales, `${namespace}.json`), 'utf8'))
}

/** Keys written out in a file, with the namespace of the `useTranslation` above them. */
function usedKeys(source: string): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  let own = 'common'
  for (const [whole, namespace, key = ''] of source.matchAll(
    /\{ t(?:, \w+)* \} = useTranslation\((?:'(\w+)')?|\bt\(\s*'([\w:.-]+)'/g,
  )) {
    if (whole.includes('useTranslation')) own = namespace ?? 'common'
    else if (key.includes(':')) found.push([key.split(':')[0] ?? '', key.split(':')[1] ?? ''])
    else found.push([own, key])
  }
  return found
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
  .filter((name) => readFileSync(join(root, name), 'utf8').includes('useTranslation'))

test.each(files)('%s asks only for texts that exist', (name) => {
  const missing = usedKeys(readFileSync(join(root, name), 'utf8')).filter(
    ([namespace, path]) => !has(texts(namespace), path.split('.')),
  )
  expect(missing).toEqual([])
})

test('the check sees a missing text', () => {
  expect(has({ saved: { none: 'x', saved: 'y' } }, ['saved', 'lost'])).toBe(false)
  expect(has({ words_other: 'x' }, ['words'])).toBe(true)
})
