import { IconAlertTriangle, IconClock, IconEyeOff, IconLock } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '#contract/articles.ts'
import type { Format } from '#renderer/i18n/format.ts'
import { FoundText } from '#renderer/ui/found/FoundText.tsx'
import { briefDue, briefMoment } from '#renderer/ui/moment-words.ts'
import { StateMark } from '#renderer/ui/workflow/StateMark.tsx'
import { useSectionName } from '../use-section-name.ts'

function Warnings({ row }: Readonly<{ row: ArticleRow }>) {
  const { t } = useTranslation('writing')
  return (
    <>
      {row.held && (
        <IconLock size={14} className="wd-row-danger" role="img" aria-label={t('list.held')}>
          <title>{t('list.held')}</title>
        </IconLock>
      )}
      {row.oddities > 0 && (
        <IconAlertTriangle size={14} role="img" aria-label={t('list.oddities', { count: row.oddities })}>
          <title>{t('list.oddities', { count: row.oddities })}</title>
        </IconAlertTriangle>
      )}
      {row.internal && (
        <IconEyeOff size={14} role="img" aria-label={t('list.internal')}>
          <title>{t('list.internal')}</title>
        </IconEyeOff>
      )}
    </>
  )
}

function Due({ row, now }: Readonly<{ row: ArticleRow; now: number }>) {
  const { t, i18n } = useTranslation('writing')
  if (row.deadline === '') return null
  const late = new Date(row.deadline).getTime() < now && row.state !== 'approved' && row.state !== 'withdrawn'
  return (
    <span className={late ? 'wd-row-due wd-row-danger' : 'wd-row-due'}>
      <IconClock size={12} aria-hidden />
      {t(late ? 'list.late' : 'list.due', { at: briefDue(row.deadline, now, i18n.language) })}
    </span>
  )
}

/** One row of the list: title, state, section, length, when it changed and when it is due. */
export const ArticleListRow = memo(function ArticleListRow(
  props: Readonly<{
    row: ArticleRow
    now: number
    /** Handed in: hundreds of rows are made while scrolling. */
    format: Format
    /** What is searched for, and the line of the text that has it. */
    query: string
    passage: string | undefined
  }>,
) {
  const { row, now, format, query, passage } = props
  const { t, i18n } = useTranslation('writing')
  const sectionName = useSectionName()
  return (
    <>
      <div className="wd-row-title" lang={row.language}>
        {row.title.trim() === '' ? (
          <em>{t('list.untitled')}</em>
        ) : (
          <FoundText text={row.title.trim()} query={query} />
        )}
      </div>
      {query.trim() !== '' && (
        <div className="wd-row-passage" lang={row.language}>
          <FoundText text={passage ?? row.excerpt} query={query} />
        </div>
      )}
      <div className="wd-row-line">
        <StateMark state={row.state} changed={row.changedSinceApproval} />
        <span className="wd-row-marks">
          <Warnings row={row} />
          <time dateTime={new Date(row.updatedAt).toISOString()} title={format.moment(row.updatedAt)}>
            {briefMoment(row.updatedAt, now, i18n.language)}
          </time>
        </span>
      </div>
      <div className="wd-row-line wd-row-faint">
        <span className="wd-row-clip">
          {[
            sectionName(row.section),
            t('list.words', { count: row.words, formatted: format.number(row.words) }),
            row.byline,
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        <Due row={row} now={now} />
      </div>
    </>
  )
})
