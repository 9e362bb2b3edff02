import { readFileSync } from 'node:fs'

export type Tongue = 'vi' | 'en'
/** A text of the interface by `namespace:key`, without its `{{places}}` filled. */
export type Words = (key: string) => string

const locales = new URL('../../../locales/', import.meta.url)

/** The interface's own words, so that a walk can be taken in any of its languages. */
export function wordsOf(tongue: Tongue): Words {
  return (key) => {
    const [namespace = '', path = ''] = key.split(':')
    const texts: unknown = JSON.parse(readFileSync(new URL(`${tongue}/${namespace}.json`, locales), 'utf8'))
    const found = path.split('.').reduce<unknown>((at, name) => Object(at)[name], texts)
    if (typeof found !== 'string') throw new Error(`No text ${key} in ${tongue}`)
    return found
  }
}
