import { ActionIcon, Checkbox, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import type { LexicalEditor } from 'lexical'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { type ArticleMatch, replaceMatches } from './article-search.ts'
import { ReplaceRow } from './ReplaceRow.tsx'
import { spellings } from './text-matches.ts'
import { useEscape } from './use-escape.ts'
import { useMatches, usePaintedMatches } from './use-matches.ts'

type Props = Readonly<{
  editor: LexicalEditor
  /** Text that was selected when the bar was opened. */
  first: string
  locked: boolean
  endStep: () => void
  onClose: () => void
}>

/** Finds and replaces in the open article. Matches are painted, not marked in the text. */
export function FindBar({ editor, first, locked, endStep, onClose }: Props) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const [phrase, setPhrase] = useState(first)
  const [replacement, setReplacement] = useState('')
  const [options, setOptions] = useState({ matchCase: false, matchMarks: false })
  const { matches, findNow } = useMatches(editor, phrase, options)
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const shownAt = Math.min(at, Math.max(0, matches.length - 1))

  useEffect(() => field.current?.select(), [])
  usePaintedMatches(editor, matches, shownAt)
  useEscape(editor, onClose)

  const move = (step: number) => {
    if (matches.length > 0) setAt((shownAt + step + matches.length) % matches.length)
  }
  function replaceSome(some: readonly ArticleMatch[]) {
    if (some.length === 0) return
    endStep()
    replaceMatches(editor, some, phrase, replacement)
    endStep()
    findNow()
    // The button is switched off when nothing is left to replace, and the keys must not fall beside the bar.
    field.current?.focus()
  }
  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    } else if (event.key === 'Enter' && event.currentTarget === field.current) {
      event.preventDefault()
      move(event.shiftKey ? -1 : 1)
    }
  }
  const current = matches[shownAt]
  const forms = spellings(matches.map((match) => match.text))
  return (
    <search className="ed-find" aria-label={t('find.title')} onKeyDown={press}>
      <div className="ed-find-row">
        <TextInput
          ref={field}
          autoFocus
          size="xs"
          className="ed-find-field"
          aria-label={t('find.phrase')}
          placeholder={t('find.phrase')}
          value={phrase}
          onChange={(event) => {
            setPhrase(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
        <output className="ed-find-count">
          {matches.length === 0
            ? t(phrase.trim() === '' ? 'find.empty' : 'find.none')
            : t('find.place', { at: format.number(shownAt + 1), all: format.number(matches.length) })}
        </output>
        <ActionIcon variant="subtle" color="gray" aria-label={t('find.previous')} onClick={() => move(-1)}>
          <IconChevronUp size={17} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('find.next')} onClick={() => move(1)}>
          <IconChevronDown size={17} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('find.close')} onClick={onClose}>
          <IconX size={17} aria-hidden />
        </ActionIcon>
      </div>
      {!locked && (
        <ReplaceRow
          here={current}
          all={matches}
          value={replacement}
          onChange={setReplacement}
          onReplace={replaceSome}
        />
      )}
      <div className="ed-find-row ed-find-options">
        <Checkbox
          size="xs"
          label={t('find.matchCase')}
          checked={options.matchCase}
          onChange={(event) => setOptions({ ...options, matchCase: event.currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label={t('find.matchMarks')}
          checked={options.matchMarks}
          onChange={(event) => setOptions({ ...options, matchMarks: event.currentTarget.checked })}
        />
      </div>
      {!locked && forms.length > 1 && (
        <output className="ed-find-forms">
          {t('find.forms', {
            forms: forms.map(({ text, count }) => `${text} ${format.number(count)}`).join(', '),
          })}
        </output>
      )}
    </search>
  )
}
