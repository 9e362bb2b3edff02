import { Menu } from '@mantine/core'
import { IconArchive, IconArrowUpRight, IconRestore, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '#contract/articles.ts'
import { sendStories } from '#renderer/ui/bundles/bundle-task.ts'

export type MenuPlace = Readonly<{ x: number; y: number; rows: readonly ArticleRow[] }>

type Props = Readonly<{
  place: MenuPlace | null
  onClose: () => void
  onOpen: (row: ArticleRow) => void
  onWithdraw: (rows: readonly ArticleRow[]) => void
  onReinstate: (rows: readonly ArticleRow[]) => void
}>

/** The menu of one or several rows, where the pointer or the row is. */
export function ArticleMenu({ place, onClose, onOpen, onWithdraw, onReinstate }: Props) {
  const { t } = useTranslation('writing')
  const rows = place?.rows ?? []
  const present = rows.filter((row) => row.state !== 'withdrawn')
  const withdrawn = rows.filter((row) => row.state === 'withdrawn')
  const [first] = rows
  const { t: bundles } = useTranslation('bundles')
  return (
    <Menu opened={place !== null} onClose={onClose} position="bottom-start" returnFocus>
      <Menu.Target>
        <span
          aria-hidden
          style={{ position: 'fixed', left: place?.x ?? 0, top: place?.y ?? 0, width: 1, height: 1 }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {rows.length === 1 && first && (
          <Menu.Item leftSection={<IconArrowUpRight size={16} aria-hidden />} onClick={() => onOpen(first)}>
            {t('menu.open')}
          </Menu.Item>
        )}
        {rows.length > 0 && (
          <Menu.Item leftSection={<IconSend size={16} aria-hidden />} onClick={() => sendStories(rows)}>
            {rows.length === 1 ? bundles('send.menu') : bundles('send.menuMany', { count: rows.length })}
          </Menu.Item>
        )}
        {present.length > 0 && (
          <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={() => onWithdraw(present)}>
            {t('menu.withdraw', { count: present.length })}
          </Menu.Item>
        )}
        {withdrawn.length > 0 && (
          <Menu.Item
            leftSection={<IconRestore size={16} aria-hidden />}
            onClick={() => onReinstate(withdrawn)}
          >
            {t('menu.reinstate', { count: withdrawn.length })}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
