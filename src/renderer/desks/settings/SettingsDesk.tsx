import {
  IconArrowsExchange,
  IconDatabaseExport,
  IconInfoCircle,
  IconKeyboard,
  IconPalette,
  IconShieldCheck,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DeskLayout } from '../../ui/frame/DeskLayout.tsx'
import { settingsPart } from '../../ui/navigation.ts'
import { useStore } from '../../ui/store.ts'
import { AboutPart } from './AboutPart.tsx'
import { BackupsPart } from './BackupsPart.tsx'
import { CheckPart } from './CheckPart.tsx'
import { ExchangePart } from './ExchangePart.tsx'
import { KeysPart } from './KeysPart.tsx'
import { LookPart } from './LookPart.tsx'
import { MembersPart } from './MembersPart.tsx'
import styles from './SettingsDesk.module.css'

const parts = [
  { id: 'members', icon: IconUsers, Part: MembersPart },
  { id: 'exchange', icon: IconArrowsExchange, Part: ExchangePart },
  { id: 'backups', icon: IconDatabaseExport, Part: BackupsPart },
  { id: 'check', icon: IconShieldCheck, Part: CheckPart },
  { id: 'look', icon: IconPalette, Part: LookPart },
  { id: 'keys', icon: IconKeyboard, Part: KeysPart },
  { id: 'about', icon: IconInfoCircle, Part: AboutPart },
] as const

const open = settingsPart

/** The settings desk (Cài đặt): people, backups, the workspace's health, and how the window looks. */
export function SettingsDesk() {
  const { t } = useTranslation('settings')
  const shown = useStore(open)
  const Part = parts.find(({ id }) => id === shown)?.Part ?? MembersPart
  return (
    <DeskLayout
      label={t(`part.${shown}`)}
      list={
        <nav className={styles['nav']} aria-label={t('sections')}>
          <h2>{t('desk')}</h2>
          {parts.map(({ id, icon: Icon }) => (
            <button
              key={id}
              type="button"
              aria-current={id === shown ? 'page' : undefined}
              onClick={() => open.set(id)}
            >
              <Icon size={18} stroke={1.6} aria-hidden />
              {t(`part.${id}`)}
            </button>
          ))}
        </nav>
      }
    >
      <div className={styles['part']}>
        <h2>{t(`part.${shown}`)}</h2>
        <Part />
      </div>
    </DeskLayout>
  )
}
