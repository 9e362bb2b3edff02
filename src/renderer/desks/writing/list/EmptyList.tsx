import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Props = Readonly<{ filtered: boolean; onClear: () => void }>

/** What to do when no row is there: because nothing matches, or because nothing was written yet. */
export function EmptyList({ filtered, onClear }: Props) {
  const { t } = useTranslation('writing')
  return (
    <div className="wd-empty">
      <p className="wd-empty-what">{t(filtered ? 'list.noMatch' : 'list.nothingYet')}</p>
      <p className="wd-empty-todo">{t(filtered ? 'list.noMatchTodo' : 'list.nothingYetTodo')}</p>
      {filtered && (
        <Button size="xs" variant="light" onClick={onClear}>
          {t('filter.clearAll')}
        </Button>
      )}
    </div>
  )
}
