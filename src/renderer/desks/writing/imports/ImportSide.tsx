import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '#contract/imports.ts'
import { genres, sections } from '#domain/article.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { countGuesses, type Proposal, setMetadata } from './proposal.ts'

type Encoding = 'unicode' | 'tcvn3' | 'vni'
type Props = Readonly<{
  preview: ImportPreview
  proposal: Proposal
  onChange: (proposal: Proposal) => void
  onEncoding: (encoding: Encoding) => void
}>

const textFields = ['byline', 'penName', 'dateline', 'place', 'source'] as const
const languages = ['vi', 'en', 'zh', 'ko']

/** Legacy Vietnamese fonts: a person who sees the samples knows at once which is right. */
function EncodingQuestion({ preview, onEncoding }: Pick<Props, 'preview' | 'onEncoding'>) {
  const { t } = useTranslation('writing')
  if (preview.encodingQuestion === null) return null
  return (
    <fieldset className="wd-import-question">
      <legend>{t('import.encoding')}</legend>
      {preview.encodingQuestion.samples.map((sample) => (
        <div key={sample.encoding} className="wd-import-sample">
          <p>{sample.text}</p>
          <Button size="compact-xs" variant="light" onClick={() => onEncoding(sample.encoding)}>
            {t(`import.encodingIs.${sample.encoding}`)}
          </Button>
        </div>
      ))}
    </fieldset>
  )
}

/** What is known of the imported text besides its blocks, and what the file could not say clearly. */
export function ImportSide({ preview, proposal, onChange, onEncoding }: Props) {
  const { t } = useTranslation('writing')
  const languageName = useLanguageName()
  const text = (name: keyof Proposal['metadata']) => {
    const value = proposal.metadata[name]
    return typeof value === 'string' ? value : ''
  }
  const guesses = countGuesses(proposal)
  return (
    <aside className="wd-import-side" aria-label={t('import.side')}>
      <EncodingQuestion preview={preview} onEncoding={onEncoding} />
      {guesses > 0 && <p className="wd-import-note">{t('import.guesses', { count: guesses })}</p>}
      {preview.warnings.map((warning) => (
        <p key={`${warning.code}-${JSON.stringify(warning.facts)}`} className="wd-import-note">
          <IconInfoCircle size={15} aria-hidden />
          <span>{t(`import:warning.${warning.code}`, warning.facts)}</span>
        </p>
      ))}
      <NativeSelect
        size="xs"
        label={t('editor:diff.attribute.language')}
        value={proposal.language}
        onChange={(event) => onChange({ ...proposal, language: event.currentTarget.value })}
        data={[...new Set([proposal.language, ...languages])].map((tag) => ({
          value: tag,
          label: languageName(tag),
        }))}
      />
      {textFields.map((name) => (
        <TextInput
          key={name}
          size="xs"
          label={t(`editor:diff.attribute.${name}`)}
          value={text(name)}
          onChange={(event) => onChange(setMetadata(proposal, name, event.currentTarget.value))}
        />
      ))}
      <NativeSelect
        size="xs"
        label={t('editor:diff.attribute.section')}
        value={text('section')}
        onChange={(event) => onChange(setMetadata(proposal, 'section', event.currentTarget.value))}
        data={[
          { value: '', label: t('meta.unset') },
          ...sections.map((each) => ({ value: each, label: t(`common:section.${each}`) })),
        ]}
      />
      <NativeSelect
        size="xs"
        label={t('editor:diff.attribute.genre')}
        value={text('genre')}
        onChange={(event) => onChange(setMetadata(proposal, 'genre', event.currentTarget.value))}
        data={[
          { value: '', label: t('meta.unset') },
          ...genres.map((each) => ({ value: each, label: t(`common:genre.${each}`) })),
        ]}
      />
    </aside>
  )
}
