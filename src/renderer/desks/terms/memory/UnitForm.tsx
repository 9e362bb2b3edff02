import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemoryUnit } from '#contract/memory.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import styles from '../entries/Entries.module.css'
import { FormFoot } from '../entries/FormFoot.tsx'
import { losesCodes, maySave, retyped, type UnitTexts } from './unit-texts.ts'

type Props = Readonly<{
  unit: MemoryUnit
  error: unknown
  saving: boolean
  onSave: (texts: UnitTexts) => void
  onLeave: () => void
}>

/** The texts of a unit being mended. */
export function UnitForm({ unit: { texts }, error, saving, onSave, onLeave }: Props) {
  const { t } = useTranslation('terms')
  const languageName = useLanguageName()
  const [words, setWords] = useState(() => texts.map(({ text }) => plainText(text)))
  const changed = retyped(texts, words)
  const canSave = maySave(texts, changed)
  const save = () => {
    if (canSave) onSave(changed)
  }
  useCommands([{ id: 'saveEntry', title: t('act.save'), group: 'terms', keys: 'Ctrl+Enter', run: save }])
  return (
    <div className={styles['form']}>
      <h2>{t('unit.change')}</h2>
      {texts.map(({ language }, at) => (
        <Textarea
          key={language}
          label={languageName(language)}
          lang={language}
          autosize
          minRows={2}
          value={words[at]}
          onChange={(event) => {
            const typed = event.currentTarget.value
            setWords((before) => before.map((text, index) => (index === at ? typed : text)))
          }}
        />
      ))}
      <ErrorNotice error={error} />
      <FormFoot saving={saving} disabled={!canSave} onSave={save} onLeave={onLeave}>
        <ul aria-live="polite">{losesCodes(texts, changed) && <li>{t('unit.losesCodes')}</li>}</ul>
      </FormFoot>
    </div>
  )
}
