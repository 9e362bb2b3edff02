import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MetTermView } from '#contract/terms.ts'
import { Keys } from '../Keys.tsx'
import { useKeysOf } from '../keymap/use-keys-of.ts'
import styles from './Help.module.css'
import { distinctTerms, formsByKey } from './term-forms.ts'

type Props = Readonly<{
  terms: readonly MetTermView[]
  language: string
  onInsert: (form: string) => void
}>

/** The terms and the people of the sentence, and what to write for them. */
export const Terms = memo(function Terms({ terms, language, onInsert }: Props) {
  const { t } = useTranslation('translation')
  const shown = distinctTerms(terms)
  if (shown.length === 0) return null
  const numbers = new Map(
    formsByKey(terms)
      .map((form, at) => [form, at + 1] as const)
      .toReversed(),
  )
  const form = (text: string, doubt: string | null) => (
    <Form
      key={text}
      text={text}
      doubt={doubt}
      number={numbers.get(text)}
      language={language}
      onInsert={onInsert}
    />
  )
  return (
    <ul className={styles['terms']} aria-label={t('term.label')}>
      {shown.map((met) => (
        <li key={`${met.kind}/${met.id}`} className={styles['term']} title={met.note || undefined}>
          <span className={styles['name']}>{met.term}</span>
          {met.allowed.map((text) => form(text, met.approved ? null : t(`term.unapproved.${met.kind}`)))}
          {met.forbidden.map((text) => (
            <span key={text} className={styles['forbidden']}>
              <span className="tt-hidden">{t('term.forbidden')} </span>
              <s lang={language}>{text}</s>
            </span>
          ))}
          {met.gender !== '' && <span className={styles['name']}>{t(`term.gender.${met.gender}`)}</span>}
          {met.titles.map((title) => (
            <Title key={title.text + title.from} title={title}>
              {title.forms.slice(0, 1).map((text) => form(text, null))}
            </Title>
          ))}
        </li>
      ))}
    </ul>
  )
})

type TitleProps = Readonly<{ title: MetTermView['titles'][number]; children: React.ReactNode }>

function Title({ title: { text, from, until }, children }: TitleProps) {
  const { t } = useTranslation('translation')
  const dates = { from: dayWords(from), until: dayWords(until), context: spanOf(from, until) }
  return (
    <span className={styles['term']}>
      <span className={styles['name']}>{t('term.title', { ...dates, text })}</span>
      {children}
    </span>
  )
}

function spanOf(from: string, until: string): 'both' | 'from' | 'until' | 'open' {
  if (from !== '') return until === '' ? 'from' : 'both'
  return until === '' ? 'open' : 'until'
}

/** `2021-07-05` as 05/07/2021. */
function dayWords(day: string): string {
  return day.split('-').toReversed().join('/')
}

type FormProps = Readonly<{
  text: string
  /** Why it is not certain yet. */
  doubt: string | null
  number: number | undefined
  language: string
  onInsert: (form: string) => void
}>

function Form({ text, doubt, number, language, onInsert }: FormProps) {
  const { t } = useTranslation('translation')
  const keys = useKeysOf(`insertTerm${number ?? 0}`)
  return (
    <button
      type="button"
      className={styles['form']}
      title={[t('term.insert'), doubt].filter(Boolean).join(' ')}
      data-doubt={doubt !== null || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onInsert(text)}
    >
      <span lang={language}>{text}</span>
      {doubt !== null && <span className="tt-hidden">{doubt}</span>}
      {keys && <Keys chord={keys} />}
    </button>
  )
}
