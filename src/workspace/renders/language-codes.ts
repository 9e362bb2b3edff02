/** ISO 639-2/T codes of the content languages that MP4 names its streams by; `und` for the rest. */
const codes: Readonly<Record<string, string>> = {
  vi: 'vie',
  en: 'eng',
  zh: 'zho',
  ko: 'kor',
  ja: 'jpn',
  fr: 'fra',
  lo: 'lao',
  km: 'khm',
  th: 'tha',
  ru: 'rus',
  de: 'deu',
  es: 'spa',
}

/** A BCP 47 tag as MP4 writes it. */
export function languageCode(tag: string): string {
  const [primary = ''] = tag.toLowerCase().split('-')
  return codes[primary] ?? (/^[a-z]{3}$/.test(primary) ? primary : 'und')
}
