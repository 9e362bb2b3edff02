import { Button } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TranslationSummary } from '#contract/translations.ts'
import { orpc } from '#renderer/client/client.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { SideFacts, SideList, SideRow, SideRows } from '#renderer/ui/SideList.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import styles from './TranslationList.module.css'
import { TranslationState } from './TranslationState.tsx'

type Props = Readonly<{
  open: string | null
  onOpen: (summary: TranslationSummary) => void
  onBegin: () => void
}>

/** The translations in work, those with most to do first. */
export function TranslationList({ open, onOpen, onBegin }: Props) {
  const { t } = useTranslation('translation')
  const { data, error } = useQuery(orpc.translations.list.queryOptions({ input: {} }))
  return (
    <SideList
      title={t('list.title')}
      head={
        <Button size="xs" leftSection={<IconLanguage size={15} aria-hidden />} onClick={onBegin}>
          {t('begin.open')}
        </Button>
      }
    >
      <ErrorNotice error={error} />
      {data?.length === 0 && <p className={styles['empty']}>{t('list.empty')}</p>}
      <SideRows>
        {data?.map((summary) => (
          <TranslationItem
            key={summary.document}
            summary={summary}
            open={summary.document === open}
            onOpen={onOpen}
          />
        ))}
      </SideRows>
    </SideList>
  )
}

type ItemProps = Readonly<{
  summary: TranslationSummary
  open: boolean
  onOpen: (summary: TranslationSummary) => void
}>

function TranslationItem({ summary, open, onOpen }: ItemProps) {
  const { t } = useTranslation('translation')
  const languageName = useLanguageName()
  const { staleRows, variantRows } = summary.progress
  return (
    <SideRow title={summary.sourceTitle} chosen={open} onChoose={() => onOpen(summary)}>
      <SideFacts>
        <strong>{languageName(summary.language)}</strong>
        <TranslationState summary={summary} />
        {staleRows > 0 && <span className={styles['warn']}>{t('list.stale', { count: staleRows })}</span>}
        {variantRows > 0 && (
          <span className={styles['bad']}>{t('list.variants', { count: variantRows })}</span>
        )}
      </SideFacts>
      <ProgressBar progress={summary.progress} />
    </SideRow>
  )
}
