import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type InterfaceLanguage, isInterfaceLanguage } from './languages.ts'

type Texts = Record<string, unknown>

/** Vietnamese is in the first bundle; the others are fetched from the app itself when chosen. */
const vietnamese = import.meta.glob<Texts>('../../../locales/vi/*.json', { eager: true, import: 'default' })
const others = import.meta.glob<Texts>('../../../locales/{en,zh,ko}/*.json', { import: 'default' })

function namespaceOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.json'.length)
}

const bundled: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    const load = others[`../../../locales/${language}/${namespace}.json`]
    if (!load) return done(new Error(`No texts: ${language}/${namespace}`), null)
    load().then(
      (texts) => done(null, texts),
      (cause: unknown) => done(cause instanceof Error ? cause : new Error(String(cause)), null),
    )
  },
}

/** Starts the interface in Vietnamese; every locale file is a namespace. */
export async function startTexts(): Promise<void> {
  const texts = Object.fromEntries(
    Object.entries(vietnamese).map(([path, value]) => [namespaceOf(path), value]),
  )
  await i18next
    .use(bundled)
    .use(initReactI18next)
    .init({
      lng: 'vi',
      fallbackLng: 'vi',
      ns: Object.keys(texts),
      defaultNS: 'common',
      partialBundledLanguages: true,
      resources: { vi: texts },
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: false },
    })
}

/** Changes the language of the whole interface at once, `<html lang>` with it. */
export async function speak(language: InterfaceLanguage): Promise<void> {
  document.documentElement.lang = language
  if (i18next.language !== language) await i18next.changeLanguage(language)
}

export function spokenLanguage(): InterfaceLanguage {
  return isInterfaceLanguage(i18next.language) ? i18next.language : 'vi'
}
