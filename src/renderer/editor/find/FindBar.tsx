import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { COMMAND_PRIORITY_CRITICAL, KEY_ESCAPE_COMMAND, type LexicalEditor } from 'lexical'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { type ArticleMatch, findInArticle, pageRanges, replaceMatches } from './article-search.ts'
import { paintMatches, unpaintMatches } from './match-paint.ts'
import { spellings } from './text-matches.ts'

type Props = Readonly<{
  editor: LexicalEditor
  /** Text that was selected when the bar was opened. */
  first: string
  locked: boolean
  endStep: () => void
  onClose: () => void
}>

const restMilliseconds = 120

/** Finds and replaces in the open article. Matches are painted, not marked in the text. */
export function FindBar({ editor, first, locked, endStep, onClose }: Props) {
  const { t } = useTranslation('editor')
  const format = useFormat()
  const [phrase, setPhrase] = useState(first)
  const [replacement, setReplacement] = useState('')
  const [options, setOptions] = useState({ matchCase: false, matchMarks: false })
  const [matches, setMatches] = useState<readonly ArticleMatch[]>([])
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const shownAt = Math.min(at, Math.max(0, matches.length - 1))

  useEffect(() => field.current?.select(), [])
  useEffect(() => {
    const find = () => setMatches(findInArticle(editor, phrase, options))
    let timer = setTimeout(find, restMilliseconds)
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      clearTimeout(timer)
      timer = setTimeout(find, restMilliseconds)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [editor, phrase, options])
  useEffect(() => {
    const current = matches[shownAt]
    const ranges = pageRanges(editor, matches)
    const [here] = current ? pageRanges(editor, [current]) : []
    paintMatches(ranges, here)
    here?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [editor, matches, shownAt])
  useEffect(() => unpaintMatches, [])
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(
    () =>
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        (event) => {
          if (event.isComposing) return false
          event.preventDefault()
          close.current()
          return true
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    [editor],
  )

  const move = (step: number) => {
    if (matches.length > 0) setAt((shownAt + step + matches.length) % matches.length)
  }
  function replaceSome(some: readonly ArticleMatch[]) {
    if (some.length === 0) return
    endStep()
    replaceMatches(editor, some, phrase, replacement)
    endStep()
    setMatches(findInArticle(editor, phrase, options))
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
        <ActionIcon variant="subtle" color="gray" aria-label={t('find.close')} onClick={onClose}>
          <IconX size={17} aria-hidden />
        </ActionIcon>
      </div>
      {!locked && (
        <div className="ed-find-row">
          <TextInput
            size="xs"
            className="ed-find-field"
            aria-label={t('find.replacement')}
            placeholder={t('find.replacement')}
            value={replacement}
            onChange={(event) => setReplacement(event.currentTarget.value)}
          />
          <Button
            size="compact-xs"
            variant="default"
            disabled={!current}
            onClick={() => current && replaceSome([current])}
          >
            {t('find.replace')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={matches.length === 0}
            onClick={() => replaceSome(matches)}
          >
            {t('find.replaceAll', { count: matches.length })}
          </Button>
        </div>
      )}
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
