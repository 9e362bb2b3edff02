import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Keys } from '../Keys.tsx'
import { useKeysOf } from '../keymap/use-keys-of.ts'
import { openPalette } from '../palette/Palette.tsx'
import { useWorkspace } from '../workspace.tsx'
import { ExchangeIndicator } from './ExchangeIndicator.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { SavedIndicator } from './SavedIndicator.tsx'
import styles from './TopBar.module.css'

export function TopBar() {
  const { t } = useTranslation()
  const { session } = useWorkspace()
  const keys = useKeysOf('palette')
  return (
    <header className={styles['bar']}>
      <h1 className={styles['newsroom']} title={session.workspace.path}>
        {session.newsroom?.name ?? t('workspace')}
      </h1>
      <button type="button" className={styles['search']} onClick={openPalette}>
        <IconSearch size={15} aria-hidden />
        {t('search')}
        {keys && <Keys chord={keys} />}
      </button>
      <SavedIndicator />
      <ExchangeIndicator />
      <PersonMenu />
    </header>
  )
}
