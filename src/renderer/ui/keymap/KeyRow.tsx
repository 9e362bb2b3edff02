import { ActionIcon } from '@mantine/core'
import { IconRotate } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../preferences.ts'
import { chordOf, chordRefusal } from './chords.ts'
import { type Command, keysOf, rivalOf } from './commands.ts'
import styles from './KeySheet.module.css'
import { recordingKeys } from './use-key-dispatch.ts'

/** One command and its keys: press the button, then the new keys. */
export function KeyRow({ command }: Readonly<{ command: Command }>) {
  const { t } = useTranslation('keys')
  const [{ keys }, change] = usePreferences()
  const [recording, setRecording] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const shown = recording ? t('press') : (keysOf(command, keys) ?? t('none'))

  function record(on: boolean) {
    recordingKeys.set(on)
    setRecording(on)
  }
  function give(next: string) {
    change({ keys: { ...keys, [command.id]: next } })
    setProblem(null)
    record(false)
  }
  function press(event: KeyboardEvent) {
    if (!recording || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return record(false)
    if (event.key === 'Backspace' && !event.ctrlKey && !event.altKey) return give('')
    const next = chordOf(event)
    if (next === null) return
    const refusal = chordRefusal(next)
    if (refusal) return setProblem(t(`refused.${refusal}`, { chord: next }))
    const other = rivalOf(command, next, keys)
    if (other) return setProblem(t('taken', { chord: next, command: other.title }))
    give(next)
  }
  return (
    <>
      <div className={styles['row']}>
        <span className={styles['title']}>{command.title}</span>
        <button
          type="button"
          className={styles['chord']}
          aria-label={`${shown}: ${t('change', { command: command.title })}`}
          aria-pressed={recording}
          onClick={() => record(!recording)}
          onKeyDown={press}
          onBlur={() => record(false)}
          title={recording ? t('pressHint') : undefined}
        >
          {shown}
        </button>
        {keys[command.id] !== undefined && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('reset', { command: command.title })}
            onClick={() => change({ keys: withoutKey(keys, command.id) })}
          >
            <IconRotate size={15} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {problem && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

function withoutKey(keys: Readonly<Record<string, string>>, id: string): Record<string, string> {
  return Object.fromEntries(Object.entries(keys).filter(([known]) => known !== id))
}
