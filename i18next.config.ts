import { defineConfig } from 'i18next-cli'

/** `i18next-cli lint`: no text that a person reads stands in the code (it belongs into `locales/`). */
export default defineConfig({
  locales: ['vi', 'en', 'zh', 'ko'],
  extract: {
    input: ['src/renderer/**/*.{ts,tsx}'],
    output: 'locales/{{language}}/{{namespace}}.json',
    defaultNS: 'common',
    primaryLanguage: 'vi',
  },
})
