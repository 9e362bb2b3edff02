import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BundleDialogs } from '../bundles/BundleDialogs.tsx'
import { KeySheet } from '../keymap/KeySheet.tsx'
import { useKeyDispatch } from '../keymap/use-key-dispatch.ts'
import { Palette } from '../palette/Palette.tsx'
import { usePreferences } from '../preferences.ts'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { DropZone } from './DropZone.tsx'
import styles from './Frame.module.css'
import { Rail } from './Rail.tsx'
import { StatusStrip } from './StatusStrip.tsx'
import { TopBar } from './TopBar.tsx'
import { useFrameCommands } from './use-frame-commands.ts'
import { useJobNotices } from './use-job-notices.ts'

/** What stands around every desk: rail, top bar, status strip, palette, keys, dropped files. */
export function Frame({ children }: Readonly<{ children: ReactNode }>) {
  const { t } = useTranslation()
  const [{ keys }] = usePreferences()
  useKeyDispatch(keys)
  useFrameCommands()
  useJobNotices()
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#work">
        {t('skipToWork')}
      </a>
      <Rail />
      <TopBar />
      <div className={styles['banner']}>
        <ConnectionBanner />
      </div>
      <main id="work" className={styles['work']} tabIndex={-1}>
        {children}
      </main>
      <StatusStrip />
      <Palette />
      <KeySheet />
      <DropZone />
      <BundleDialogs />
    </div>
  )
}
