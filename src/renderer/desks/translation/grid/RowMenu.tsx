import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TranslationRow } from '#contract/translations.ts'
import { actsFor, type RowAct } from './use-row-acts.ts'

type Props = Readonly<{
  row: TranslationRow
  /** Something is being done to it. */
  busy: boolean
  onAct: (act: RowAct) => void
}>

/** What can be done to the row in hand. */
export function RowMenu({ row, busy, onAct }: Props) {
  const { t } = useTranslation('translation')
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('rowMenu')} loading={busy}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actsFor(row).map((act) => (
          <Menu.Item key={act} onClick={() => onAct(act)}>
            {t(`act.${act}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
