import { Popover } from '@mantine/core'
import { IconDeviceDesktop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './TopBar.module.css'

/** Where the workspace's contents are. Without a hub that is this machine, and no error (SYNC2). */
export function ExchangeIndicator() {
  const { t } = useTranslation()
  return (
    <Popover width={340} position="bottom-end">
      <Popover.Target>
        <button type="button" className={`${styles['chip']} ${styles['dim']}`}>
          <IconDeviceDesktop size={16} aria-hidden />
          {t('exchange.local')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles['explain'] ?? ''}>
        <p>
          <strong>{t('exchange.local')}</strong>
        </p>
        <p>{t('exchange.explain')}</p>
        <p>{t('exchange.backup')}</p>
      </Popover.Dropdown>
    </Popover>
  )
}
