import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MemoryCounts } from '#contract/memory.ts'
import { orpc } from '#renderer/client/client.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { Mark } from '../entries/Mark.tsx'
import styles from './Memory.module.css'

type Batch = MemoryCounts['batches'][number]

/** Where the sentences are from. An import can be put away whole, and taken in again: nothing is deleted (SAFE2). */
export function MemoryBatches({ batches }: Readonly<{ batches: readonly Batch[] }>) {
  const { t } = useTranslation('terms')
  const cache = useQueryClient()
  const put = useMutation(
    orpc.memory.setBatch.mutationOptions({
      onSuccess: (counts) => cache.setQueryData(orpc.memory.counts.queryKey(), counts),
    }),
  )
  return (
    <>
      <h3>{t('memory.batches')}</h3>
      <ErrorNotice error={put.error} />
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('memory.batch')}</th>
            <th scope="col" className={styles['figure']}>
              {t('memory.sentences')}
            </th>
            <th scope="col">{t('memory.when')}</th>
            <th scope="col">
              <span className="tt-hidden">{t('memory.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <BatchRow
              key={batch.id}
              batch={batch}
              busy={put.isPending && put.variables.id === batch.id}
              onPut={(withdrawn) => put.mutate({ id: batch.id, withdrawn })}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

type RowProps = Readonly<{ batch: Batch; busy: boolean; onPut: (withdrawn: boolean) => void }>

function BatchRow({ batch, busy, onPut }: RowProps) {
  const { t } = useTranslation('terms')
  const format = useFormat()
  const { kind, name, units, at, by, withdrawn } = batch
  const said = name || t(`origin.${kind}`)
  return (
    <tr data-gone={withdrawn || undefined}>
      <td>
        {said} {withdrawn && <Mark look="warn">{t('memory.away')}</Mark>}
      </td>
      <td className={styles['figure']}>{format.number(units)}</td>
      <td>{kind === 'import' && [format.moment(at), by].filter(Boolean).join(' · ')}</td>
      <td className={styles['acts']}>
        {kind === 'import' && (
          <Button
            size="compact-xs"
            variant="default"
            loading={busy}
            aria-label={t(withdrawn ? 'memory.takeInNamed' : 'memory.putAwayNamed', { name: said })}
            onClick={() => onPut(!withdrawn)}
          >
            {t(withdrawn ? 'memory.takeIn' : 'memory.putAway')}
          </Button>
        )}
      </td>
    </tr>
  )
}
