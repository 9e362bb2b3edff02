import { useTranslation } from 'react-i18next'
import { useKeysOf } from '#renderer/ui/keymap/use-keys-of.ts'
import styles from '../Video.module.css'

/** How subtitles begin, where there are none. */
export function NoCues({ readOnly }: Readonly<{ readOnly: boolean }>) {
  const { t } = useTranslation('video')
  const keys = { play: useKeysOf('playPause'), add: useKeysOf('addCue'), end: useKeysOf('setOut') }
  return <p className={styles['noCues']}>{readOnly ? t('noCuesReadOnly') : t('noCues', keys)}</p>
}
