import { Button, Group, Radio, Stack } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MailboxView } from '#contract/bundles.ts'
import { client, orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { FailureNotice } from '../../ui/failure/FailureNotice.tsx'
import styles from './SettingsDesk.module.css'

/** Milliseconds that a new mailbox reaches back: an archive of years would fill a share. */
const reachBack = 90 * 24 * 60 * 60_000

/** The mailbox: where it is, how it stands, and choosing one among the folders that were found. */
export function MailboxChoice() {
  const { t } = useTranslation('bundles')
  const cache = useQueryClient()
  const format = useFormat()
  const { data, error } = useQuery(orpc.bundles.mailbox.queryOptions())
  const show = (view: MailboxView) => {
    cache.setQueryData(orpc.bundles.mailbox.queryKey(), view)
    return cache.invalidateQueries({ queryKey: orpc.bundles.exchanges.key() })
  }
  const stop = useMutation({
    mutationFn: () => client.bundles.setMailbox({ place: null }),
    onSuccess: show,
  })
  const exchange = useMutation({ mutationFn: () => client.bundles.exchangeNow(), onSuccess: show })
  if (!data) return <ErrorNotice error={error} />
  if (data.folder === null) return <Places onChosen={show} />
  return (
    <Stack gap="xs" maw={640}>
      <p>
        {t('exchange.folder')}: <strong>{data.folder}</strong>
      </p>
      {data.since > 0 && <p>{t('exchange.since', { when: format.date(data.since) })}</p>}
      <MailboxStanding view={data} />
      <ErrorNotice error={stop.error ?? exchange.error} />
      <Group gap="xs">
        <Button size="xs" onClick={() => exchange.mutate()} loading={exchange.isPending}>
          {t('exchange.now')}
        </Button>
        <Button size="xs" variant="default" onClick={() => stop.mutate()} loading={stop.isPending}>
          {t('exchange.stop')}
        </Button>
      </Group>
    </Stack>
  )
}

function MailboxStanding({ view }: Readonly<{ view: MailboxView }>) {
  const { t } = useTranslation('bundles')
  const format = useFormat()
  const { trouble, lookedAt, postedAt, waiting, heldBack, files } = view
  return (
    <>
      {trouble !== null && (
        <p role="alert" className={styles['bad']}>
          {t(`exchange.trouble.${trouble}`)}
        </p>
      )}
      <p role="status">
        {lookedAt !== null && `${t('exchange.looked', { when: format.moment(lookedAt) })} · `}
        {postedAt !== null && `${t('exchange.posted', { when: format.moment(postedAt) })} · `}
        {waiting > 0 ? t('exchange.waiting', { count: waiting }) : t('exchange.rest')}
      </p>
      {heldBack.length > 0 && <strong>{t('send.held', { count: heldBack.length })}</strong>}
      {heldBack.map(({ document, title, failure }) => (
        <div key={document}>
          {title || t('open.untitled')}
          <FailureNotice failure={failure} />
        </div>
      ))}
      {files.length > 0 && <strong>{t('exchange.files')}</strong>}
      {files.map(({ file, state }) => (
        <p key={file}>
          {file}: {t(`exchange.file.${state}`)}
        </p>
      ))}
    </>
  )
}

function Places({ onChosen }: Readonly<{ onChosen(view: MailboxView): unknown }>) {
  const { t } = useTranslation('bundles')
  const places = useQuery(orpc.bundles.mailboxPlaces.queryOptions({ staleTime: 0 }))
  const [place, choose] = useState<string | null>(null)
  const use = useMutation({
    mutationFn: (id: string) =>
      client.bundles.setMailbox({ place: { kind: 'found', id }, since: Date.now() - reachBack }),
    onSuccess: onChosen,
  })
  return (
    <Stack gap="xs" maw={640}>
      <p>{t('exchange.none')}</p>
      <p className={styles['intro']}>{t('exchange.sinceHint')}</p>
      {places.data?.length === 0 && <p className={styles['intro']}>{t('exchange.noPlaces')}</p>}
      {places.data && places.data.length > 0 && (
        <Radio.Group label={t('exchange.places')} value={place} onChange={choose}>
          <Stack gap={6} mt={6}>
            {places.data.map(({ id, path, kind }) => (
              <Radio key={id} value={id} label={path} description={t(`exchange.kind.${kind}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <ErrorNotice error={places.error ?? use.error} />
      <Group gap="xs">
        <Button
          size="xs"
          disabled={place === null}
          loading={use.isPending}
          onClick={() => place !== null && use.mutate(place)}
        >
          {t('exchange.use')}
        </Button>
        <Button size="xs" variant="default" onClick={() => places.refetch()} loading={places.isFetching}>
          {t('exchange.find')}
        </Button>
      </Group>
    </Stack>
  )
}
