import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueItem } from '#contract/workflow.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useCommands } from '../../ui/keymap/commands.ts'
import { useMinute } from '../../ui/use-minute.ts'
import { Changes } from './Changes.tsx'
import { DeadlineMark } from './DeadlineMark.tsx'
import { DecisionBar } from './DecisionBar.tsx'
import styles from './SubmissionReader.module.css'
import { WholeText } from './WholeText.tsx'

type Props = Readonly<{
  item: QueueItem
  onMove(step: 1 | -1): void
  onDecided(submission: string): void
}>

/** One submission: who sent it and why, what it changes or the whole of it, and the decision. */
export function SubmissionReader({ item, onMove, onDecided }: Props) {
  const { t } = useTranslation('review')
  const { t: keys } = useTranslation('keys')
  const [view, setView] = useState(item.firstTime ? 'whole' : 'changes')
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
      run: () => setView((now) => (now === 'whole' ? 'changes' : 'whole')),
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
        <div className={styles['tools']}>
          <SegmentedControl
            size="xs"
            aria-label={t('view')}
            value={view}
            onChange={setView}
            data={[
              { value: 'changes', label: t('changes') },
              { value: 'whole', label: t('whole') },
            ]}
          />
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by key */}
      <section className={styles['text']} tabIndex={0} aria-label={t(view === 'whole' ? 'whole' : 'changes')}>
        {view === 'whole' ? <WholeText item={item} /> : <Changes item={item} />}
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
      <span>{t('common:words', { count: item.words })}</span>
    </div>
  )
}
