import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { StateSection } from '#renderer/ui/workflow/StateSection.tsx'
import { Comments } from './Comments.tsx'
import { Orphans } from './Orphans.tsx'
import { Preview } from './Preview.tsx'
import styles from './TranslationInspector.module.css'

type Props = Readonly<{
  session: TranslationSession
  active: string | null
  onChoose: (row: string) => void
}>

/** The article in the target language as it grows, and what was said about its sentences. */
export function TranslationInspector({ session, active, onChoose }: Props) {
  const { t } = useTranslation('translation')
  return (
    <div className={styles['inspector']}>
      <StateSection document={session.document} locked={false} group="translation" />
      <Tabs defaultValue="preview" keepMounted={false} className={styles['tabs']}>
        <Tabs.List grow>
          <Tabs.Tab value="preview">{t('preview')}</Tabs.Tab>
          <Tabs.Tab value="comments">{t('comments.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="preview" className={styles['panel']}>
          <Preview session={session} active={active} />
        </Tabs.Panel>
        <Tabs.Panel value="comments" className={styles['panel']}>
          <Comments session={session} active={active} onChoose={onChoose} />
          <Orphans session={session} />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
