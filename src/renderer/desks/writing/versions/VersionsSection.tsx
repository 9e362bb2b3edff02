import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevisionRow } from '#contract/revisions.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { orpc } from '#renderer/client/client.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { useMinute } from '#renderer/ui/use-minute.ts'
import { VersionDialog } from './VersionDialog.tsx'

type Props = Readonly<{ document: DocumentId; language: string; locked: boolean }>

const shownAtFirst = 8

/** The history of a text as a timeline; each moment can be compared with now and brought back. */
export function VersionsSection({ document, language, locked }: Props) {
  const { t } = useTranslation('writing')
  const [all, setAll] = useState(false)
  const [shown, setShown] = useState<RevisionRow | null>(null)
  const versions = useQuery(orpc.revisions.list.queryOptions({ input: { document } }))
  const rows = [...(versions.data ?? [])].sort((left, right) => right.at - left.at)
  return (
    <section className="wd-side-section" aria-labelledby="wd-versions">
      <h2 id="wd-versions">{t('version.title')}</h2>
      <ErrorNotice error={versions.error} />
      {versions.data?.length === 0 && <p className="wd-side-words">{t('version.none')}</p>}
      <ol className="wd-timeline">
        {rows.slice(0, all ? undefined : shownAtFirst).map((row) => (
          <VersionLine key={row.id} row={row} onShow={() => setShown(row)} />
        ))}
      </ol>
      {!all && rows.length > shownAtFirst && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {t('version.all', { count: rows.length })}
        </Button>
      )}
      {shown && (
        <VersionDialog
          version={shown}
          earlier={rows[rows.indexOf(shown) + 1] ?? null}
          language={language}
          locked={locked}
          onClose={() => setShown(null)}
        />
      )}
    </section>
  )
}

function VersionLine({ row, onShow }: Readonly<{ row: RevisionRow; onShow: () => void }>) {
  const { t } = useTranslation('writing')
  const format = useFormat()
  const now = useMinute()
  return (
    <li data-reason={row.reason}>
      <button type="button" className="wd-timeline-entry" onClick={onShow}>
        <span className="wd-timeline-what">
          {row.name === '' ? t(`version.reason.${row.reason}`) : row.name}
        </span>
        <span className="wd-row-faint">
          {format.shortMoment(row.at, now)} · {row.by.name}
        </span>
      </button>
    </li>
  )
}
