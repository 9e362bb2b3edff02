import { Button, Modal, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { Keys } from '#renderer/ui/Keys.tsx'
import styles from './Concordance.module.css'
import type { Hit, Pair } from './concordance-hits.ts'
import { HitRow } from './HitRow.tsx'
import { selectedTarget } from './selected-words.ts'
import { type Concordance as Found, useConcordance } from './use-concordance.ts'

type Props = Readonly<{
  pair: Pair
  /** The words that were selected, and whether they are of the target. */
  first: Readonly<{ words: string; isTarget: boolean }>
  /** False while no target is being written. */
  canInsert: boolean
  onInsert: (words: string) => void
  onClose: () => void
}>

/** Looks words up in memory and termbase; what is found is put where the caret stands. */
export function Concordance({ pair, first, canInsert, onInsert, onClose }: Props) {
  const { t } = useTranslation('translation')
  const languageName = useLanguageName()
  const [words, setWords] = useState(first.words)
  const [at, setAt] = useState(0)
  const found = useConcordance(words, pair, first.isTarget)
  const hits = [...found.terms, ...found.units]
  const active = Math.min(at, Math.max(0, hits.length - 1))
  const listId = useId()
  function insert(hit: Hit | undefined) {
    const chosen = selectedTarget() || hit?.target
    if (canInsert && chosen) onInsert(chosen.replaceAll(/\s*\n\s*/g, ' '))
  }
  function press(event: KeyboardEvent) {
    // Enter and the arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = active + (event.key === 'ArrowDown' ? 1 : -1)
      setAt(Math.max(0, Math.min(hits.length - 1, next)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      insert(hits[active])
    }
  }
  return (
    <Modal opened onClose={onClose} title={t('concordance.title')} size={980} returnFocus={false}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and of what is selected below it */}
      <div className={styles['work']} onKeyDown={press}>
        <TextInput
          data-autofocus
          type="search"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-activedescendant={hits.length > 0 ? `${listId}-${active}` : undefined}
          aria-label={t('concordance.words')}
          placeholder={t('concordance.words')}
          description={t('concordance.hint')}
          inputWrapperOrder={['input', 'description']}
          leftSection={<IconSearch size={15} aria-hidden />}
          maxLength={500}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value)
            setAt(0)
          }}
        />
        <ErrorNotice error={found.error} />
        {hits.length > 0 && (
          <div className={styles['heads']} aria-hidden>
            <span>{languageName(pair.from)}</span>
            <span>{languageName(pair.to)}</span>
          </div>
        )}
        <div id={listId} role="listbox" aria-label={t('concordance.found')} className={styles['hits']}>
          {hits.map((hit, index) => (
            <HitRow
              key={hit.key}
              id={`${listId}-${index}`}
              hit={hit}
              pair={pair}
              query={found.query}
              active={index === active}
              onChoose={() => setAt(index)}
              onInsert={() => insert(hit)}
            />
          ))}
        </div>
        <footer className={styles['foot']}>
          <Standing found={found} typed={words} />
          {canInsert && (
            <Button
              size="xs"
              disabled={hits.length === 0}
              rightSection={<Keys chord="Enter" />}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => insert(hits[active])}
            >
              {t('concordance.insert')}
            </Button>
          )}
        </footer>
      </div>
    </Modal>
  )
}

/** How much was found; and when nothing was, what to try. */
function Standing({ found, typed }: Readonly<{ found: Found; typed: string }>) {
  const { t } = useTranslation('translation')
  const count = found.terms.length + found.units.length
  const words = (() => {
    if (typed.trim() === '') return t('concordance.empty')
    if (found.isPending || found.query !== typed.trim()) return t('concordance.searching')
    return count === 0 ? t('concordance.nothing', { words: found.query }) : t('concordance.count', { count })
  })()
  return (
    <p role="status" className={styles['standing']}>
      {words}
    </p>
  )
}
