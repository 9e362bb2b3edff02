import type { Preferences } from '#contract/settings.ts'

export type InterfaceLanguage = Preferences['interfaceLanguage']

/** The languages of the interface, each by its own name: never translated. */
export const interfaceLanguages: readonly Readonly<{ tag: InterfaceLanguage; name: string }>[] = [
  { tag: 'vi', name: 'Tiếng Việt' },
  { tag: 'en', name: 'English' },
  { tag: 'zh', name: '中文' },
  { tag: 'ko', name: '한국어' },
]

/** What Intl is asked for: English dates are written day first here, as in the rest of the newsroom. */
const locales: Readonly<Record<InterfaceLanguage, string>> = {
  vi: 'vi-VN',
  en: 'en-GB',
  zh: 'zh-CN',
  ko: 'ko-KR',
}

export function isInterfaceLanguage(tag: string): tag is InterfaceLanguage {
  return Object.hasOwn(locales, tag)
}

export function localeOf(tag: string): string {
  return isInterfaceLanguage(tag) ? locales[tag] : locales.vi
}
