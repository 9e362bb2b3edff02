import { Button, Group } from '@mantine/core'
import { IconArrowLeft, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemoryUnit } from '#contract/memory.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import styles from '../entries/Entries.module.css'
import { Mark } from '../entries/Mark.tsx'
import { UnitForm } from './UnitForm.tsx'
import { useUnitActs } from './use-unit-acts.tsx'

type Props = Readonly<{ unit: MemoryUnit; onClose: () => void }>

/** A unit of the memory: its texts, where it is from; it can be mended or taken out. */
export function UnitCard({ unit, onClose }: Props) {
  const { t } = useTranslation('terms')
  const format = useFormat()
  const languageName = useLanguageName()
  const [edits, setEdits] = useState(false)
  const { edit, withdraw } = useUnitActs()
  const { texts, origin, at, by, withdrawn } = unit
  const group = 'terms' as const
  useCommands([
    { id: 'editEntry', title: t('act.edit'), group, keys: 'F2', run: () => setEdits(true) },
    ...(withdrawn
      ? []
      : [
          {
            id: 'removeEntry',
            title: t('unit.withdraw'),
            group,
            keys: null,
            run: () => withdraw.mutate(unit),
          },
        ]),
  ])
  if (edits) {
    return (
      <UnitForm
        unit={unit}
        error={edit.error}
        saving={edit.isPending}
        onSave={(changed) =>
          edit.mutate({ before: unit, texts: changed }, { onSuccess: () => setEdits(false) })
        }
        onLeave={() => setEdits(false)}
      />
    )
  }
  return (
    <article className={styles['card']}>
      <Group gap="xs" mb="sm">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={onClose}
        >
          {t('unit.back')}
        </Button>
        <span className={styles['space']} />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPencil size={15} aria-hidden />}
          onClick={() => setEdits(true)}
        >
          {t('act.edit')}
        </Button>
        {!withdrawn && (
          <Button
            size="xs"
            variant="default"
            loading={withdraw.isPending}
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={() => withdraw.mutate(unit)}
          >
            {t('unit.withdraw')}
          </Button>
        )}
      </Group>
      <ErrorNotice error={withdraw.error} />
      <div className={styles['marks']}>
        <Mark>{t(`origin.${origin.kind}`)}</Mark>
        {withdrawn && <Mark look="bad">{t('unit.withdrawn')}</Mark>}
      </div>
      <dl className={styles['facts']}>
        {texts.map(({ language, text }) => (
          <Fact key={language} name={languageName(language)}>
            <span className={styles['term']} lang={language}>
              {plainText(text)}
            </span>
          </Fact>
        ))}
        <Fact name={t('unit.from')}>{[by, format.moment(at), origin.name].filter(Boolean).join(' · ')}</Fact>
      </dl>
    </article>
  )
}

function Fact({ name, children }: Readonly<{ name: string; children: React.ReactNode }>) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
