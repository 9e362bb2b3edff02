import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ArticleMetadata, genres, sections } from '#domain/article.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { readMoment, writeMoment } from '#renderer/ui/moment-words.ts'
import { useStore } from '#renderer/ui/store.ts'
import { setUnreadMoment, unreadMoment, unreadMoments } from '../unread-moments.ts'

type Props = Readonly<{
  document: string
  metadata: ArticleMetadata
  locked: boolean
  onChange: <Name extends keyof ArticleMetadata>(name: Name, value: ArticleMetadata[Name]) => void
}>
type TextName = Exclude<keyof ArticleMetadata, 'internal'>

const contentLanguages = ['vi', 'en', 'zh', 'ko']

/** Writes when the person leaves the field or presses Enter: one step for undo, not one a letter. */
function TextField({ name, form }: Readonly<{ name: TextName; form: Props }>) {
  const { t } = useTranslation('editor')
  const held = form.metadata[name]
  const [typed, setTyped] = useState(held)
  useEffect(() => setTyped(held), [held])
  const keep = () => {
    const value = typed.normalize('NFC').trim()
    if (value !== held) form.onChange(name, value)
  }
  return (
    <TextInput
      label={t(`diff.attribute.${name}`)}
      size="xs"
      value={typed}
      readOnly={form.locked}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') keep()
        else if (event.key === 'Escape') setTyped(held)
      }}
    />
  )
}

/** A moment typed as people write it; what cannot be read stays in the field and says so. */
function MomentField({ name, form }: Readonly<{ name: 'deadline' | 'embargo'; form: Props }>) {
  const { t, i18n } = useTranslation('writing')
  const held = writeMoment(form.metadata[name], i18n.language)
  const unread = unreadMoment(useStore(unreadMoments), form.document, name)
  const [typed, setTyped] = useState(unread ?? held)
  const known = useRef(held)
  useEffect(() => {
    if (known.current !== held) setTyped(held)
    known.current = held
  }, [held])
  const keep = () => {
    const moment = readMoment(typed, Date.now())
    setUnreadMoment(form.document, name, moment === null ? typed : null)
    if (moment === null || typed === held) return
    setTyped(writeMoment(moment, i18n.language))
    form.onChange(name, moment)
  }
  return (
    <TextInput
      label={t(`editor:diff.attribute.${name}`)}
      size="xs"
      placeholder={t('meta.momentExample')}
      error={unread !== undefined && t('meta.momentWrong')}
      readOnly={form.locked}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep()
      }}
    />
  )
}

/** A list of our own words that also shows a value from elsewhere. */
function WordField(
  props: Readonly<{ name: 'section' | 'genre'; words: readonly string[]; form: Props }>,
): ReactNode {
  const { name, words, form } = props
  const { t } = useTranslation('writing')
  const held = form.metadata[name]
  const foreign = held !== '' && !words.includes(held) ? [held] : []
  return (
    <NativeSelect
      label={t(`editor:diff.attribute.${name}`)}
      size="xs"
      disabled={form.locked}
      value={held}
      onChange={(event) => form.onChange(name, event.currentTarget.value)}
      data={[
        { value: '', label: t('meta.unset') },
        ...words.map((word) => ({ value: word, label: t(`common:${name}.${word}`) })),
        ...foreign.map((word) => ({ value: word, label: word })),
      ]}
    />
  )
}

/** What is known of an article besides its text. */
export function MetadataForm(form: Props) {
  const { t } = useTranslation('writing')
  const languageName = useLanguageName()
  const { language, internal } = form.metadata
  return (
    <div className="wd-meta">
      <WordField name="section" words={sections} form={form} />
      <WordField name="genre" words={genres} form={form} />
      <TextField name="byline" form={form} />
      <TextField name="penName" form={form} />
      <MomentField name="deadline" form={form} />
      <MomentField name="embargo" form={form} />
      <TextField name="dateline" form={form} />
      <TextField name="place" form={form} />
      <TextField name="topic" form={form} />
      <NativeSelect
        label={t('editor:diff.attribute.language')}
        size="xs"
        disabled={form.locked}
        value={language}
        onChange={(event) => form.onChange('language', event.currentTarget.value)}
        data={[...new Set([language, ...contentLanguages])].map((tag) => ({
          value: tag,
          label: languageName(tag),
        }))}
      />
      <TextField name="source" form={form} />
      <TextField name="rights" form={form} />
      <Switch
        className="wd-meta-wide"
        label={t('editor:diff.attribute.internal')}
        description={t('meta.internalHint')}
        disabled={form.locked}
        checked={internal}
        onChange={(event) => form.onChange('internal', event.currentTarget.checked)}
      />
    </div>
  )
}
