import { Button, Popover, Stack } from '@mantine/core'
import { IconDeviceDesktop, IconMailbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MailboxView } from '#contract/bundles.ts'
import { orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { commands } from '../keymap/commands.ts'
import { goToDesk, settingsPart } from '../navigation.ts'
import styles from './TopBar.module.css'

/** Where the workspace's contents are. Without a hub or a mailbox that is this machine, and no error (SYNC2). */
export function ExchangeIndicator() {
  const { t } = useTranslation()
  const { data } = useQuery(orpc.bundles.mailbox.queryOptions())
  const mailbox = data?.folder ? data : null
  const Icon = mailbox ? IconMailbox : IconDeviceDesktop
  const words = useMailboxWords(mailbox)
  return (
    <Popover width={340} position="bottom-end">
      <Popover.Target>
        <button type="button" className={`${styles['chip']} ${styles['dim']}`}>
          <Icon size={16} aria-hidden />
          {words ?? t('exchange.local')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles['explain'] ?? ''}>
        <p>
          <strong>{words ?? t('exchange.local')}</strong>
        </p>
        <p>{mailbox ? mailbox.folder : t('exchange.explain')}</p>
        <p>{mailbox?.trouble ? t(`bundles:exchange.trouble.${mailbox.trouble}`) : t('exchange.backup')}</p>
        <Stack gap={6}>
          <Button size="xs" variant="default" onClick={() => runCommand('openBundle')}>
            {t('bundles:open.command')}
          </Button>
          <Button size="xs" variant="default" onClick={() => runCommand('sendSince')}>
            {t('bundles:open.sinceCommand')}
          </Button>
          <Button size="xs" variant="subtle" onClick={openExchange}>
            {t('bundles:exchange.settings')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function runCommand(wanted: string): void {
  commands
    .get()
    .findLast(({ id }) => id === wanted)
    ?.run()
}

function openExchange(): void {
  settingsPart.set('exchange')
  goToDesk('settings')
}

/** No more is said than is known: when the folder was looked into, what waits, that it fails. */
function useMailboxWords(mailbox: MailboxView | null): string | null {
  const { t } = useTranslation('bundles')
  const format = useFormat()
  if (!mailbox) return null
  if (mailbox.trouble !== null) return t('exchange.shortTrouble')
  if (mailbox.waiting > 0) return t('exchange.shortWaiting', { count: mailbox.waiting })
  return t('exchange.short', { when: mailbox.lookedAt === null ? '' : format.time(mailbox.lookedAt) })
}
