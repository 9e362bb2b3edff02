import i18next from 'i18next'
import { failureVariant } from '#contract/failure-variant.ts'
import type { Failure } from '#contract/failures.ts'
import enFailures from '#locales/en/failures.json' with { type: 'json' }
import enMenu from '#locales/en/menu.json' with { type: 'json' }
import koFailures from '#locales/ko/failures.json' with { type: 'json' }
import koMenu from '#locales/ko/menu.json' with { type: 'json' }
import viFailures from '#locales/vi/failures.json' with { type: 'json' }
import viMenu from '#locales/vi/menu.json' with { type: 'json' }
import zhFailures from '#locales/zh/failures.json' with { type: 'json' }
import zhMenu from '#locales/zh/menu.json' with { type: 'json' }

export type Texts = Readonly<{
  say(key: string, facts?: Readonly<Record<string, string>>): string
  failure(failure: Failure): string
  speak(language: string): void
}>

/** What menus and dialogs of the shell say, in the language of the interface. */
export async function loadTexts(): Promise<Texts> {
  const instance = i18next.createInstance()
  await instance.init({
    lng: 'vi',
    fallbackLng: 'vi',
    ns: ['menu', 'failures'],
    defaultNS: 'menu',
    interpolation: { escapeValue: false },
    resources: {
      vi: { menu: viMenu, failures: viFailures },
      en: { menu: enMenu, failures: enFailures },
      zh: { menu: zhMenu, failures: zhFailures },
      ko: { menu: koMenu, failures: koFailures },
    },
  })
  return {
    say: (key, facts = {}) => instance.t(key, facts),
    failure(reason) {
      const context = failureVariant(reason)
      const facts = { ...reason.facts, ...(context === undefined ? {} : { context }), ns: 'failures' }
      return `${instance.t(`${reason.code}.what`, facts)}\n\n${instance.t(`${reason.code}.todo`, facts)}`
    },
    speak: (language) => void instance.changeLanguage(language),
  }
}
