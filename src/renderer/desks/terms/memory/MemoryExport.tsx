import { Button, NativeSelect, Progress } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import type { MemoryCounts } from '#contract/memory.ts'
import { download } from '#renderer/client/asset-url.ts'
import { client, orpc } from '#renderer/client/client.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { isDay } from '#renderer/ui/day-words.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { FailureNotice } from '#renderer/ui/failure/FailureNotice.tsx'
import { isActive } from '#renderer/ui/frame/use-jobs.ts'
import { DayField } from '../entries/DayField.tsx'
import styles from './Memory.module.css'

/** The memory as a TMX file: all of it, or what has two languages, or what changed since a day. */
export function MemoryExport({ counts: { languages } }: Readonly<{ counts: MemoryCounts }>) {
  const { t } = useTranslation('terms')
  const languageName = useLanguageName()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [since, setSince] = useState('')
  const begin = useMutation({
    mutationFn: () =>
      client.memory.exportFile({ id: uuidv7(), from: from || null, to: to || null, since: startOf(since) }),
  })
  const id = begin.data?.job ?? null
  const job = useQuery({ ...orpc.jobs.get.queryOptions({ input: { id: id ?? '' } }), enabled: id !== null })
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions())
  const running = begin.isPending || (id !== null && (job.data === undefined || isActive(job.data)))
  const take = useMutation({
    mutationFn: async (made: string) => {
      const { url, name } = await client.memory.download({ id: made })
      return download(url, name)
    },
  })
  useTakenOnce(job.data?.state === 'done' ? id : null, take.mutate)
  const options = languages.map(({ language }) => ({ value: language, label: languageName(language) }))
  const choice = (label: string, value: string, onChange: (value: string) => void, other: string) => (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t('memory.allLanguages') },
        ...options.filter((option) => option.value !== other),
      ]}
    />
  )
  return (
    <>
      <h3>{t('memory.export')}</h3>
      <div className={styles['export']}>
        {choice(t('memory.exportFrom'), from, setFrom, to)}
        {choice(t('memory.exportTo'), to, setTo, from)}
        <DayField label={t('memory.exportSince')} day={since} onChange={setSince} />
        <Button
          size="xs"
          variant="default"
          loading={running}
          disabled={since !== '' && !isDay(since)}
          onClick={() => begin.mutate()}
        >
          {t('memory.doExport')}
        </Button>
      </div>
      {running && id !== null && (
        <div className={styles['importHead']}>
          <Progress
            className={styles['bar']}
            value={(job.data?.progress ?? 0) * 100}
            aria-label={t('memory.export')}
          />
          <Button size="compact-xs" variant="default" onClick={() => cancel.mutate({ id })}>
            {t('glossary.stop')}
          </Button>
        </div>
      )}
      <ErrorNotice error={begin.error ?? cancel.error ?? take.error} />
      {job.data?.state === 'failed' && <FailureNotice failure={job.data.failure} />}
      {job.data?.state === 'done' && (
        <p role="status" className={styles['dim']}>
          {t('memory.exported')}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => id !== null && take.mutate(id)}>
            {t('memory.takeAgain')}
          </Button>
        </p>
      )}
    </>
  )
}

/** A finished file is handed out by itself, once. */
function useTakenOnce(made: string | null, take: (made: string) => void): void {
  const taken = useRef<string | null>(null)
  useEffect(() => {
    if (made === null || taken.current === made) return
    taken.current = made
    take(made)
  }, [made, take])
}

/** The first moment of a day (`YYYY-MM-DD`) here; null for none. */
function startOf(day: string): number | null {
  const at = new Date(`${day}T00:00:00`).getTime()
  return Number.isNaN(at) ? null : at
}
