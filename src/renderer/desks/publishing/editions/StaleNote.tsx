import { Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { diffTexts } from '#domain/text-diff.ts'
import { Differences } from '../../../ui/memory/Differences.tsx'
import styles from './Edition.module.css'

type Props = Readonly<{
  now: string
  offered: string
  locked: boolean
  onSettle(how: 'take' | 'keep'): void
}>

/** The source was changed since this text was taken from it (FLOW1): what it would give now, as a difference. */
export function StaleNote({ now, offered, locked, onSettle }: Props) {
  const { t } = useTranslation('publishing')
  return (
    <aside className={styles['stale']}>
      <p>
        <IconAlertTriangle size={15} aria-hidden /> {t('stale.says')}
      </p>
      <p className={styles['difference']}>
        <Differences pieces={diffTexts(now, offered)} />
      </p>
      {!locked && (
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={() => onSettle('take')}>
            {t('stale.take')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => onSettle('keep')}>
            {t('stale.keep')}
          </Button>
        </Group>
      )}
    </aside>
  )
}
