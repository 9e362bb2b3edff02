import { useTranslation } from 'react-i18next'
import type { Concept, Term } from '#domain/terms/termbase.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { conceptName } from '#renderer/ui/terms/concept-search.ts'
import { CardActs } from '../entries/CardActs.tsx'
import styles from '../entries/Entries.module.css'
import { Mark } from '../entries/Mark.tsx'
import { houseLanguages, languagesOf, termsIn } from './concept-rows.ts'

type Props = Readonly<{ concept: Concept; onEdit: (concept: Concept) => void }>

/** A concept to read: what it is called in each language, what must not be written, who says so. */
export function ConceptCard({ concept, onEdit }: Props) {
  const { t } = useTranslation('terms')
  const languageName = useLanguageName()
  const languages = languagesOf(concept)
  const missing = houseLanguages.filter((language) => !languages.includes(language))
  const { kind, status, note, source } = concept
  return (
    <article className={styles['card']}>
      <header className={styles['cardHead']}>
        <h2>{conceptName(concept) || t('concept.unnamed')}</h2>
        <CardActs act={{ kind: 'concept', entry: concept }} onEdit={() => onEdit(concept)} />
      </header>
      <div className={styles['marks']}>
        <Mark>{t(`kind.${kind}`)}</Mark>
        <Mark look={status === 'approved' ? 'good' : 'warn'}>{t(`status.${status}`)}</Mark>
      </div>
      <dl className={styles['facts']}>
        {languages.map((language) => (
          <Language key={language} name={languageName(language)} terms={termsIn(concept, language)} />
        ))}
        {missing.length > 0 && (
          <>
            <dt>{t('concept.missing')}</dt>
            <dd className={styles['small']}>{missing.map(languageName).join(', ')}</dd>
          </>
        )}
        {note !== '' && (
          <>
            <dt>{t('concept.note')}</dt>
            <dd className={styles['note']}>{note}</dd>
          </>
        )}
        <dt>{t('concept.source')}</dt>
        <dd className={styles['note']}>{source || <em>{t('concept.noSource')}</em>}</dd>
      </dl>
    </article>
  )
}

function Language({ name, terms }: Readonly<{ name: string; terms: readonly Term[] }>) {
  const { t } = useTranslation('terms')
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <ul>
          {terms.map(({ id, language, text, use, note }) => (
            <li key={id}>
              <span className={styles['term']} data-use={use} lang={language}>
                {use === 'forbidden' ? <s>{text}</s> : text}
              </span>{' '}
              <span className={styles['small']}>
                {[use === 'preferred' ? '' : t(`use.${use}`), note].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </dd>
    </>
  )
}
