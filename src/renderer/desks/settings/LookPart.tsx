import { SegmentedControl, Select, Slider } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { interfaceLanguages, isInterfaceLanguage } from '../../i18n/languages.ts'
import { usePreferences } from '../../ui/preferences.ts'
import styles from './SettingsDesk.module.css'

const schemes = ['system', 'light', 'dark'] as const

/** Language, light and dark, and the size of the article's text. All of it shows at once. */
export function LookPart() {
  const { t } = useTranslation('settings')
  const [{ interfaceLanguage, colourScheme, textSize }, change] = usePreferences()
  return (
    <>
      <h3>{t('look.language')}</h3>
      <Select
        w={240}
        aria-label={t('look.language')}
        data={interfaceLanguages.map(({ tag, name }) => ({ value: tag, label: name }))}
        value={interfaceLanguage}
        onChange={(tag) => {
          if (tag && isInterfaceLanguage(tag)) change({ interfaceLanguage: tag })
        }}
      />
      <h3>{t('look.scheme')}</h3>
      <SegmentedControl
        aria-label={t('look.scheme')}
        value={colourScheme}
        onChange={(value) => {
          const scheme = schemes.find((known) => known === value)
          if (scheme) change({ colourScheme: scheme })
        }}
        data={schemes.map((value) => ({ value, label: t(`look.schemeOf.${value}`) }))}
      />
      <h3 id="text-size">{t('look.textSize')}</h3>
      <Slider
        w={320}
        min={14}
        max={26}
        value={textSize}
        onChange={(size) => change({ textSize: size })}
        thumbProps={{ 'aria-labelledby': 'text-size' }}
      />
      <p className={styles['sample']} lang="vi">
        {t('look.sample')}
      </p>
    </>
  )
}
