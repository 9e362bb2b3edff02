import { readFileSync } from 'node:fs'
import i18next from 'i18next'
import { failureVariant } from '#contract/failure-variant.ts'
import type { Failure } from '#contract/failures.ts'

const languages = ['vi', 'en', 'zh', 'ko'] as const
const namespaces = ['checks', 'cli', 'common', 'failures', 'packages', 'video'] as const

export type Sentences = Readonly<{
  say(key: string, facts?: Readonly<Record<string, unknown>>): string
  failure(failure: Failure): string
}>

/** The words of the command line, in Vietnamese unless TRAMTIN_LANG asks for another language. */
export async function loadSentences(): Promise<Sentences> {
  const asked = process.env['TRAMTIN_LANG'] ?? 'vi'
  const lng = languages.find((language) => asked.startsWith(language)) ?? 'vi'
  const instance = i18next.createInstance()
  await instance.init({
    lng,
    ns: [...namespaces],
    defaultNS: 'cli',
    interpolation: { escapeValue: false },
    resources: { [lng]: Object.fromEntries(namespaces.map((name) => [name, readNamespace(lng, name)])) },
  })
  return {
    say: (key, facts = {}) => instance.t(key, facts),
    failure: (failure) => {
      const context = failureVariant(failure)
      const facts = { ns: 'failures', ...failure.facts, ...(context && { context }) }
      const todo = failure.code === 'not-signed-in' ? 'cli:signInHint' : `${failure.code}.todo`
      return `${instance.t(`${failure.code}.what`, facts)} ${instance.t(todo, facts)}`
    },
  }
}

function readNamespace(language: string, name: string): Record<string, unknown> {
  const file = new URL(`../../locales/${language}/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}
