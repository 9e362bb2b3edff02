import { Button } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** What to do when no article is open. */
export function NothingOpen({ onNew, onImport }: Readonly<{ onNew: () => void; onImport: () => void }>) {
  const { t } = useTranslation('writing')
  return (
    <div className="wd-nothing">
      <h2>{t('desk.nothingOpen')}</h2>
      <p>{t('desk.nothingOpenTodo')}</p>
      <div className="wd-nothing-actions">
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onNew}>
          {t('action.new')}
        </Button>
        <Button variant="default" leftSection={<IconFileImport size={16} aria-hidden />} onClick={onImport}>
          {t('action.import')}
        </Button>
      </div>
    </div>
  )
}
