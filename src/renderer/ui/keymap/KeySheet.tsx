import { Button, Modal, ScrollArea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { foldText } from '#domain/folding.ts'
import { createWatchedValue } from '../../client/stores.ts'
import { usePreferences } from '../preferences.ts'
import { useStore } from '../store.ts'
import { type Command, commandGroups, keysOf, seenCommands } from './commands.ts'
import { KeyRow } from './KeyRow.tsx'
import styles from './KeySheet.module.css'

const opened = createWatchedValue(false)

export function openKeySheet(): void {
  opened.set(true)
}

/** All commands with their keys: searchable, and each can be given other keys. */
export function KeySheet() {
  const { t } = useTranslation('keys')
  return (
    <Modal opened={useStore(opened)} onClose={() => opened.set(false)} title={t('title')} size="lg">
      <KeyList />
    </Modal>
  )
}

/** The list of keys; the settings desk shows it too. */
export function KeyList() {
  const { t } = useTranslation('keys')
  const [query, setQuery] = useState('')
  const [{ keys }, change] = usePreferences()
  const found = useStore(seenCommands).filter((command) => matches(command, query, keys))
  return (
    <>
      <TextInput
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        placeholder={t('find')}
        aria-label={t('find')}
        data-autofocus
      />
      <ScrollArea.Autosize mah={420} offsetScrollbars>
        {commandGroups.map((group) => (
          <KeyGroup
            key={group}
            title={t(`group.${group}`)}
            rows={found.filter((one) => one.group === group)}
          />
        ))}
        {found.length === 0 && <p>{t('nothing')}</p>}
      </ScrollArea.Autosize>
      <Button
        mt="sm"
        variant="default"
        onClick={() => change({ keys: {} })}
        disabled={Object.keys(keys).length === 0}
      >
        {t('resetAll')}
      </Button>
    </>
  )
}

function KeyGroup({ title, rows }: Readonly<{ title: string; rows: readonly Command[] }>) {
  if (rows.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className={styles['group']}>{title}</h3>
      {rows.map((command) => (
        <KeyRow key={command.id} command={command} />
      ))}
    </section>
  )
}

function matches(command: Command, query: string, own: Readonly<Record<string, string>>): boolean {
  const text = foldText(`${command.title} ${keysOf(command, own) ?? ''}`)
  return foldText(query)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
