/** Languages offered beside those of the house; any other tag may be typed. */
export const furtherLanguages = [
  'vi',
  'en',
  'zh',
  'ko',
  'zh-Hant',
  'ja',
  'lo',
  'km',
  'th',
  'fr',
  'de',
  'ru',
  'es',
] as const
