import {
  IconDatabaseExport,
  IconInfoCircle,
  IconKeyboard,
  IconPalette,
  IconShieldCheck,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { createWatchedValue } from '../../client/stores.ts'
import { DeskLayout } from '../../ui/frame/DeskLayout.tsx'
import { useStore } from '../../ui/store.ts'
import { AboutPart } from './AboutPart.tsx'
import { BackupsPart } from './BackupsPart.tsx'
import { CheckPart } from './CheckPart.tsx'
import { KeysPart } from './KeysPart.tsx'
import { LookPart } from './LookPart.tsx'
import { MembersPart } from './MembersPart.tsx'
import styles from './SettingsDesk.module.css'

const parts = [
  { id: 'members', icon: IconUsers, Part: MembersPart },
  { id: 'backups', icon: IconDatabaseExport, Part: BackupsPart },
  { id: 'check', icon: IconShieldCheck, Part: CheckPart },
  { id: 'look', icon: IconPalette, Part: LookPart },
  { id: 'keys', icon: IconKeyboard, Part: KeysPart },
  { id: 'about', icon: IconInfoCircle, Part: AboutPart },
] as const

const open = createWatchedValue<string>('members')

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
