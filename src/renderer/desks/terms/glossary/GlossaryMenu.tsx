import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconFileExport, IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { glossaryTask } from './glossary-task.ts'

/** Glossaries in and out. */
export function GlossaryMenu() {
  const { t } = useTranslation('terms')
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t('glossary.menu')}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileImport size={15} aria-hidden />}
          onClick={() => glossaryTask.set('choose')}
        >
          {t('glossary.import')}
        </Menu.Item>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Menu.Item
            key={format}
            leftSection={<IconFileExport size={15} aria-hidden />}
            onClick={() => glossaryTask.set(format)}
          >
            {t(`glossary.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
