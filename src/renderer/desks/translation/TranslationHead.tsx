import { ActionIcon, NativeSelect, TextInput, Tooltip } from '@mantine/core'
import { IconListSearch, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TranslationSummary } from '#contract/translations.ts'
import { orpc } from '#renderer/client/client.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { useKeysOf } from '#renderer/ui/keymap/use-keys-of.ts'
import { type RowFilter, rowFilters } from './grid/row-filter.ts'
import { ProgressBar } from './list/ProgressBar.tsx'
import styles from './TranslationWork.module.css'

type Props = Readonly<{
  summary: TranslationSummary
  filter: RowFilter
  words: string
  reference: string | null
  onFilter: (filter: RowFilter) => void
  onWords: (words: string) => void
  onReference: (language: string | null) => void
  onLookUp: () => void
}>

/** What is being translated, how far it is, and which rows are shown. */
export function TranslationHead(props: Props) {
  const { summary, filter, words, reference, onFilter, onWords, onReference, onLookUp } = props
  const { t } = useTranslation('translation')
  const languageName = useLanguageName()
  const keys = useKeysOf('concordance')
  const siblings = useQuery(orpc.translations.list.queryOptions({ input: { article: summary.article } }))
  const others = siblings.data?.filter(({ language }) => language !== summary.language) ?? []
  return (
    <header className={styles['head']}>
      <div className={styles['title']}>
        <h2>{summary.sourceTitle || t('common:untitled')}</h2>
        <span>
          {t('pair', { from: languageName(summary.sourceLanguage), to: languageName(summary.language) })}
        </span>
      </div>
      <div className={styles['tools']}>
        <NativeSelect
          size="xs"
          aria-label={t('filter.label')}
          value={filter}
          onChange={(event) =>
            onFilter(rowFilters.find((name) => name === event.currentTarget.value) ?? 'all')
          }
          data={rowFilters.map((name) => ({ value: name, label: t(`filter.${name}`) }))}
        />
        <TextInput
          size="xs"
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={words}
          onChange={(event) => onWords(event.currentTarget.value)}
        />
        {others.length > 0 && (
          <NativeSelect
            size="xs"
            aria-label={t('reference')}
            value={reference ?? ''}
            onChange={(event) => onReference(event.currentTarget.value || null)}
            data={[
              { value: '', label: t('noReference') },
              ...others.map(({ language }) => ({
                value: language,
                label: t('referenceIn', { language: languageName(language) }),
              })),
            ]}
          />
        )}
        <Tooltip label={[t('concordance.open'), keys].filter(Boolean).join(' · ')}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('concordance.open')}
            // the selected words stay selected
            onMouseDown={(event) => event.preventDefault()}
            onClick={onLookUp}
          >
            <IconListSearch size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <div className={styles['progress']}>
          <ProgressBar progress={summary.progress} />
        </div>
      </div>
    </header>
  )
}
