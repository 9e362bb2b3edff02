import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { StateSection } from '#renderer/ui/workflow/StateSection.tsx'
import { countProblems } from '../checks/problems.ts'
import type { WholeCheck } from '../checks/use-check-all.ts'
import { Preview } from '../preview/Preview.tsx'
import { Comments } from './Comments.tsx'
import { Orphans } from './Orphans.tsx'
import { Problems } from './Problems.tsx'
import styles from './TranslationInspector.module.css'

const tabs = ['preview', 'comments', 'problems'] as const
export type InspectorTab = (typeof tabs)[number]

type Props = Readonly<{
  session: TranslationSession
  active: string | null
  check: WholeCheck
  tab: InspectorTab
  onTab: (tab: InspectorTab) => void
  onChoose: (row: string) => void
}>

/** Where the translation stands, the article as it grows, what was said about its sentences, what checks say. */
export function TranslationInspector({ session, active, check, tab, onTab, onChoose }: Props) {
  const { t } = useTranslation('translation')
  const { error } = countProblems(check.found)
  const format = useFormat()
  return (
    <div className={styles['inspector']}>
      <StateSection document={session.document} locked={false} group="translation" />
      <Tabs
        value={tab}
        onChange={(chosen) => onTab(tabs.find((name) => name === chosen) ?? 'preview')}
        keepMounted={false}
        className={styles['tabs']}
      >
        <Tabs.List grow>
          <Tabs.Tab value="preview">{t('preview')}</Tabs.Tab>
          <Tabs.Tab value="comments">{t('comments.title')}</Tabs.Tab>
          <Tabs.Tab value="problems">
            {check.found === null
              ? t('finding.tab')
              : t('finding.tabCount', { count: error, formatted: format.number(error) })}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="preview" className={styles['panel']}>
          <Preview session={session} active={active} />
        </Tabs.Panel>
        <Tabs.Panel value="comments" className={styles['panel']}>
          <Comments session={session} active={active} onChoose={onChoose} />
          <Orphans session={session} />
        </Tabs.Panel>
        <Tabs.Panel value="problems" className={styles['panel']}>
          <Problems session={session} check={check} onChoose={onChoose} />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
