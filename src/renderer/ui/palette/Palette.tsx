import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { foldText } from '#domain/folding.ts'
import { orpc } from '../../client/client.ts'
import { usePassages } from '../found/use-passages.ts'
import { Keys } from '../Keys.tsx'
import { type Command, commands, keysOf } from '../keymap/commands.ts'
import { usePreferences } from '../preferences.ts'
import { useStore } from '../store.ts'
import { ArticleAction } from './ArticleAction.tsx'
import styles from './Palette.module.css'
import { useFirstSelected } from './use-first-selected.ts'

const [paletteStore, palette] = createSpotlight()
export const openPalette = palette.open

/** One box for everything: articles by their text, commands by their name. */
export function Palette() {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const { opened } = useSpotlight(paletteStore)
  const { rows, searched } = useArticles(query, opened)
  const passages = usePassages(
    searched,
    rows.map(({ id }) => id),
  )
  const found = useFoundCommands(query)
  useFirstSelected(paletteStore, [opened, query, rows.length, ...found.map(({ id }) => id)].join(' '))
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      lockScroll={false}
      centered={false}
      attributes={{ content: { 'aria-label': t('search') } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      maxHeight={420}
      scrollable
      // At once: letters typed while it faded in would go into the text behind it.
      transitionProps={{ duration: 0 }}
    >
      <Spotlight.Search
        autoFocus
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
      />
      <Spotlight.ActionsList className={styles['list'] ?? ''}>
        {rows.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.articles')}>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what is chosen stays by place, not by article
              <ArticleAction key={at} row={row} query={searched} passage={passages[row.id]} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.commands')}>
            {found.map((command) => (
              <CommandAction key={command.id} command={command} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {rows.length + found.length === 0 && <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function CommandAction({ command }: Readonly<{ command: Command }>) {
  const [{ keys }] = usePreferences()
  const chord = keysOf(command, keys)
  return (
    <Spotlight.Action
      label={command.title}
      rightSection={chord ? <Keys chord={chord} /> : null}
      onClick={() => command.run()}
    />
  )
}

function useArticles(query: string, enabled: boolean) {
  const text = useDeferredValue(query.trim())
  const { data } = useQuery(
    orpc.articles.list.queryOptions({
      input: { text, limit: 8, order: text === '' ? 'updated' : 'relevance' },
      placeholderData: (before) => before,
      enabled,
    }),
  )
  return { rows: data?.rows ?? [], searched: text }
}

function useFoundCommands(query: string): readonly Command[] {
  const all = useStore(commands)
  const words = foldText(query).split(/\s+/)
  const newest = new Map(all.map((command) => [command.id, command]))
  return [...newest.values()].filter(
    ({ title, inPalette, id }) =>
      inPalette !== false && id !== 'palette' && words.every((word) => foldText(title).includes(word)),
  )
}
