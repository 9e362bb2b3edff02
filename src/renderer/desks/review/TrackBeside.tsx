import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ReviewedCue } from '#contract/tracks.ts'
import type { QueueItem } from '#contract/workflow.ts'
import { writeTimecode } from '#domain/cues/timecode.ts'
import { diffTexts } from '#domain/text-diff.ts'
import { orpc } from '../../client/client.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { Differences } from '../../ui/memory/Differences.tsx'
import styles from './TrackBeside.module.css'

/** Submitted subtitles cue by cue: when, the source's words, and the words with what changed since the text before. */
export function TrackBeside({ item }: Readonly<{ item: QueueItem }>) {
  const { t } = useTranslation('video')
  const status = useQuery(orpc.workflow.status.queryOptions({ input: { document: item.document } }))
  const submitted = status.data?.timeline.find(({ record }) => record === item.submission)?.revision ?? null
  const since = item.basis === 'approved' ? (status.data?.approvedRevision ?? null) : null
  const { data, error } = useQuery({
    ...orpc.tracks.review.queryOptions({ input: { revision: submitted ?? '', since } }),
    enabled: submitted !== null,
  })
  return (
    <>
      <ErrorNotice error={status.error ?? error} />
      {data && (
        <table className={styles['cues']}>
          <thead>
            <tr>
              <th scope="col">{t('editor:diff.attribute.times')}</th>
              {data.sourceLanguage !== null && <th scope="col">{t('side.source')}</th>}
              <th scope="col">{t('side.target')}</th>
            </tr>
          </thead>
          <tbody>
            {data.cues.map((cue) => (
              <tr key={cue.cue} data-changed={hasChanged(cue, since) || undefined}>
                <td className={styles['times']}>
                  {cue.former && (cue.former.start !== cue.start || cue.former.end !== cue.end) && (
                    <del>{times(cue.former)}</del>
                  )}
                  <span>{times(cue)}</span>
                </td>
                {data.sourceLanguage !== null && <td lang={data.sourceLanguage}>{cue.source}</td>}
                <td lang={data.language}>
                  {since === null ? (
                    cue.words
                  ) : (
                    <Differences pieces={diffTexts(cue.former?.words ?? '', cue.words)} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function times({ start, end }: Readonly<{ start: number; end: number }>): string {
  return `${writeTimecode(start, ',')} → ${writeTimecode(end, ',')}`
}

function hasChanged({ start, end, words, former }: ReviewedCue, since: string | null): boolean {
  if (since === null) return false
  return former?.start !== start || former.end !== end || former.words !== words
}
