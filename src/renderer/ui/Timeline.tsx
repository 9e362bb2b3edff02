import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '#contract/workflow.ts'
import { download } from '../client/asset-url.ts'
import { orpc } from '../client/client.ts'
import { useFormat } from '../i18n/use-format.ts'
import { ErrorNotice } from './failure/ErrorNotice.tsx'
import styles from './Timeline.module.css'

/** What happened to a text, newest first: who, when, the note, and whether the signature holds. */
export function Timeline({ entries }: Readonly<{ entries: readonly TimelineEntry[] }>) {
  return (
    <ol className={styles['timeline']}>
      {entries.toReversed().map((entry) => (
        <Entry key={entry.record} entry={entry} />
      ))}
    </ol>
  )
}

function Entry({ entry }: Readonly<{ entry: TimelineEntry }>) {
  const { t } = useTranslation('review')
  const format = useFormat()
  return (
    <li className={styles['entry']}>
      <strong>{entry.by.name}</strong> {t(`event.${entry.kind}`)}
      <div className={styles['when']}>
        {format.moment(entry.at)} ·{' '}
        <span className={entry.verdict === 'valid' ? undefined : styles['bad']}>
          {t(`verdict.${entry.verdict}`)}
          {entry.problem !== '' && ` (${t(`problem.${entry.problem}`, entry.problem)})`}
        </span>
      </div>
      {entry.paper && <PaperScan {...entry.paper} />}
      {entry.note !== '' && <p className={styles['note']}>{entry.note}</p>}
    </li>
  )
}

/** The signed sheet: who signed it, and its scan, which is opened outside; nothing here reads it. */
function PaperScan({ approver, scan }: Readonly<{ approver: string; scan: string }>) {
  const { t } = useTranslation('review')
  const format = useFormat()
  const asset = useQuery(orpc.assets.get.queryOptions({ input: { asset: scan } }))
  const open = useMutation({
    mutationFn: (name: string) => download(`/asset/${scan}`, name),
  })
  return (
    <div className={styles['when']}>
      {t('paperSigned', { name: approver })}
      {asset.data && (
        <>
          {' · '}
          <button
            type="button"
            className={styles['scan']}
            onClick={() => open.mutate(asset.data.name)}
            title={t('paperOpen')}
          >
            {asset.data.name} ({format.bytes(asset.data.bytes)})
          </button>
        </>
      )}
      <ErrorNotice error={asset.error ?? open.error} />
    </div>
  )
}
