import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ArticleMatch } from './article-search.ts'

type Props = Readonly<{
  here: ArticleMatch | undefined
  all: readonly ArticleMatch[]
  value: string
  onChange(value: string): void
  onReplace(matches: readonly ArticleMatch[]): void
}>

export function ReplaceRow({ here, all, value, onChange, onReplace }: Props) {
  const { t } = useTranslation('editor')
  return (
    <div className="ed-find-row">
      <TextInput
        size="xs"
        className="ed-find-field"
        aria-label={t('find.replacement')}
        placeholder={t('find.replacement')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Button size="compact-xs" variant="default" disabled={!here} onClick={() => here && onReplace([here])}>
        {t('find.replace')}
      </Button>
      <Button size="compact-xs" variant="default" disabled={all.length === 0} onClick={() => onReplace(all)}>
        {t('find.replaceAll', { count: all.length })}
      </Button>
    </div>
  )
}
