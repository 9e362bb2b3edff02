import { Button, Group, NativeSelect, Table, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createActIds } from '../../../client/act-ids.ts'
import { download } from '../../../client/asset-url.ts'
import { client, orpc } from '../../../client/client.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../../ui/failure/ErrorNotice.tsx'
import { openArticle } from '../../../ui/navigation.ts'
import styles from './PublicationLog.module.css'

/** What was posted in a month, by channel and language; the report that the province asks for is made of it. */
export function PublicationLog() {
  const { t, i18n } = useTranslation('publishing')
  const format = useFormat()
  const [acts] = useState(createActIds)
  const [month, setMonth] = useState(thisMonth)
  const [channel, setChannel] = useState('')
  const [language, setLanguage] = useState('')
  const channels = useQuery(orpc.packages.channels.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const query = { month: month || null, channel: channel || null, language: language || null, limit: 5000 }
  const log = useQuery(
    orpc.publications.list.queryOptions({ input: query, placeholderData: (before) => before }),
  )
  const report = useMutation({
    mutationFn: async () => {
      const { url, name } = await client.publications.exportReport({ id: acts.of(month), month })
      acts.done(month)
      if (url !== null) await download(url, name)
    },
  })
  const names = new Map(channels.data?.map((each) => [each.id, each.names[i18n.language] ?? each.name]))
  const tongues = [...new Set(channels.data?.flatMap(({ languages }) => languages))]
  return (
    <div className={styles['log']}>
      <h2>{t('log.title')}</h2>
      <Group gap="sm" align="end">
        <TextInput
          type="month"
          size="xs"
          label={t('log.month')}
          value={month}
          onChange={(event) => setMonth(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={t('log.channel')}
          value={channel}
          onChange={(event) => setChannel(event.currentTarget.value)}
          data={[
            { value: '', label: t('log.all') },
            ...[...names].map(([value, label]) => ({ value, label })),
          ]}
        />
        <NativeSelect
          size="xs"
          label={t('log.language')}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
          data={[
            { value: '', label: t('log.all') },
            ...tongues.map((value) => ({ value, label: t(`common:tongue.${value}`, value) })),
          ]}
        />
        <Button
          size="xs"
          leftSection={<IconDownload size={15} aria-hidden />}
          disabled={month === ''}
          loading={report.isPending}
          onClick={() => report.mutate()}
        >
          {t('log.report')}
        </Button>
      </Group>
      <ErrorNotice error={log.error ?? report.error} />
      {log.data?.length === 0 && <EmptyState title={t('log.empty')} hint={t('log.emptyHint')} />}
      {log.data !== undefined && log.data.length > 0 && (
        <Table stickyHeader verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('log.when')}</Table.Th>
              <Table.Th>{t('log.story')}</Table.Th>
              <Table.Th>{t('log.channel')}</Table.Th>
              <Table.Th>{t('log.language')}</Table.Th>
              <Table.Th>{t('log.who')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {log.data.map((posting) => (
              <Table.Tr key={posting.record}>
                <Table.Td className={styles['when']}>{format.moment(posting.postedAt)}</Table.Td>
                <Table.Td>
                  <button
                    type="button"
                    className={styles['story']}
                    onClick={() => openArticle(posting.article, 'publishing')}
                  >
                    {posting.title || t('common:untitled')}
                  </button>
                  {posting.url !== '' && <div className={styles['address']}>{posting.url}</div>}
                </Table.Td>
                <Table.Td>{names.get(posting.channel) ?? posting.channel}</Table.Td>
                <Table.Td>{t(`common:tongue.${posting.language}`, posting.language)}</Table.Td>
                <Table.Td>{posting.by.name}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </div>
  )
}

function thisMonth(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`
}
