import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#contract/workflow.ts'
import { trackOf, translationOf } from '#domain/document-id.ts'
import { orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useCommands } from '../../ui/keymap/commands.ts'
import { useMinute } from '../../ui/use-minute.ts'
import { ReturnNote } from '../../ui/workflow/ReturnNote.tsx'
import { noteAnswered } from '../../ui/workflow/return-note.ts'
import { Beside } from './beside/Beside.tsx'
import { Changes } from './Changes.tsx'
import { DeadlineMark } from './DeadlineMark.tsx'
import { DecisionBar } from './DecisionBar.tsx'
import styles from './SubmissionReader.module.css'
import { TrackBeside } from './TrackBeside.tsx'
import { WholeText } from './WholeText.tsx'

type Props = Readonly<{
  item: QueueItem
  onMove(step: 1 | -1): void
  onDecided(submission: string): void
}>

type View = 'beside' | 'changes' | 'whole'

const viewLabel = { beside: 'besideView', changes: 'changes', whole: 'whole' } as const

/** One submission: who sent it and why, what it changes or the whole of it, and the decision. */
export function SubmissionReader({ item, onMove, onDecided }: Props) {
  const { t } = useTranslation('review')
  const { t: keys } = useTranslation('keys')
  const translation = translationOf(item.document)
  const status = useQuery(orpc.workflow.status.queryOptions({ input: { document: item.document } }))
  const answered = status.data && noteAnswered(status.data.timeline, item.submission)
  const track = trackOf(item.document) !== undefined
  const views: readonly View[] = translation || track ? ['beside', 'changes', 'whole'] : ['changes', 'whole']
  const [view, setView] = useState<View>(
    translation || track ? 'beside' : item.firstTime ? 'whole' : 'changes',
  )
  useCommands([
    {
      id: 'nextInQueue',
      title: keys('command.nextInQueue'),
      group: 'review',
      keys: 'Alt+ArrowDown',
      run: () => onMove(1),
    },
    {
      id: 'previousInQueue',
      title: keys('command.previousInQueue'),
      group: 'review',
      keys: 'Alt+ArrowUp',
      run: () => onMove(-1),
    },
    {
      id: 'wholeText',
      title: keys('command.wholeText'),
      group: 'review',
      keys: 'Alt+T',
      run: () => setView((now) => views[(views.indexOf(now) + 1) % views.length] ?? 'whole'),
    },
  ])
  return (
    <article className={styles['reader']}>
      <header className={styles['head']}>
        <h2>{item.title || t('common:untitled')}</h2>
        <Facts item={item} />
        {item.note !== '' && (
          <p className={styles['note']}>
            <span className="tt-hidden">{t('note')}: </span>
            {item.note}
          </p>
        )}
        {answered && (
          <div className={styles['answered']}>
            <ReturnNote entry={answered} reader="reviewer" />
          </div>
        )}
        <div className={styles['tools']}>
          <SegmentedControl
            size="xs"
            aria-label={t('view')}
            value={view}
            onChange={(value) => setView(views.find((each) => each === value) ?? 'whole')}
            data={views.map((value) => ({ value, label: t(viewLabel[value]) }))}
          />
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by key */}
      <section className={styles['text']} tabIndex={0} aria-label={t(viewLabel[view])}>
        {view === 'whole' && <WholeText item={item} />}
        {view === 'changes' && <Changes item={item} />}
        {view === 'beside' && (track ? <TrackBeside item={item} /> : <Beside item={item} />)}
      </section>
      <DecisionBar item={item} onDecided={onDecided} />
    </article>
  )
}

function Facts({ item }: Readonly<{ item: QueueItem }>) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const now = useMinute()
  return (
    <div className={styles['facts']}>
      <span>{t('by', { name: item.submittedBy.name, when: format.shortMoment(item.submittedAt, now) })}</span>
      <DeadlineMark deadline={item.deadline} />
      {translationOf(item.document) && (
        <span>{t('beside.into', { language: t(`common:tongue.${item.language}`, item.language) })}</span>
      )}
      {trackOf(item.document) && (
        <span>{t('trackIn', { language: t(`common:tongue.${item.language}`, item.language) })}</span>
      )}
      <span>{t('common:words', { count: item.words })}</span>
    </div>
  )
}
