import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DeviceRow, ExchangeRow } from '#contract/bundles.ts'
import { orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { MailboxChoice } from './MailboxChoice.tsx'
import styles from './SettingsDesk.module.css'

/** What was exchanged with whom and when, and the shared folder that serves as a mailbox. */
export function ExchangePart() {
  const { t } = useTranslation('bundles')
  const { data, error } = useQuery(orpc.bundles.exchanges.queryOptions())
  return (
    <>
      <p className={styles['intro']}>{t('exchange.intro')}</p>
      <h3>{t('exchange.mailbox')}</h3>
      <MailboxChoice />
      <ErrorNotice error={error} />
      <h3>{t('exchange.devices')}</h3>
      {data?.devices.length === 0 && <p className={styles['intro']}>{t('exchange.noDevices')}</p>}
      {data && data.devices.length > 0 && <Devices rows={data.devices} />}
      {data && data.rows.length > 0 && <History rows={data.rows} />}
    </>
  )
}

/** Said only of what was compared (SYNC2). */
function Devices({ rows }: Readonly<{ rows: readonly DeviceRow[] }>) {
  const { t } = useTranslation('bundles')
  const format = useFormat()
  return (
    <table className={styles['table']}>
      <tbody>
        {rows.map(({ device, name, receivedAt, same, differing, untold }) => (
          <tr key={device}>
            <td>{t('exchange.device', { name })}</td>
            <td>{receivedAt !== null && t('exchange.last', { when: format.moment(receivedAt) })}</td>
            <td className={styles['good']}>{same > 0 && t('exchange.same', { count: same })}</td>
            <td>{differing > 0 && t('exchange.differing', { count: differing })}</td>
            <td>{untold > 0 && t('exchange.untold', { count: untold })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function History({ rows }: Readonly<{ rows: readonly ExchangeRow[] }>) {
  const { t } = useTranslation('bundles')
  const format = useFormat()
  return (
    <>
      <h3>{t('exchange.history')}</h3>
      <table className={styles['table']}>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.bundle} ${row.direction}`}>
              <td>{format.moment(row.at)}</td>
              <td>
                {t(`exchange.${row.direction}`)} {t(`exchange.way.${row.way}`)}
              </td>
              <td>{row.name}</td>
              <td>{t('exchange.documents', { count: row.documents })}</td>
              <td>{row.direction === 'received' && t('exchange.changed', { count: row.changed })}</td>
              <td>{format.bytes(row.bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
