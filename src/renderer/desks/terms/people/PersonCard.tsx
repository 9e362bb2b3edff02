import { useTranslation } from 'react-i18next'
import type { Concept, DatedTitle, Official } from '#domain/terms/termbase.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { dayWords } from '#renderer/ui/day-words.ts'
import { conceptName } from '#renderer/ui/terms/concept-search.ts'
import { CardActs } from '../entries/CardActs.tsx'
import styles from '../entries/Entries.module.css'
import { Mark } from '../entries/Mark.tsx'
import { newestFirst } from './person-rows.ts'

type Props = Readonly<{
  person: Official
  concepts: readonly Concept[]
  onEdit: (person: Official) => void
}>

/** A person to read: how they are addressed, what they were called when, how the name is written. */
export function PersonCard({ person, concepts, onEdit }: Props) {
  const { t } = useTranslation('terms')
  const languageName = useLanguageName()
  const { gender, titles, names, note, source } = person
  return (
    <article className={styles['card']}>
      <header className={styles['cardHead']}>
        <h2>{person.name || t('person.unnamed')}</h2>
        <CardActs act={{ kind: 'person', entry: person }} onEdit={() => onEdit(person)} />
      </header>
      <div className={styles['marks']}>
        <Mark look={gender === '' ? 'warn' : undefined}>{t(`gender.${gender || 'unknown'}`)}</Mark>
      </div>
      <dl className={styles['facts']}>
        <dt>{t('person.titles')}</dt>
        <dd>
          {titles.length === 0 && <em className={styles['small']}>{t('person.noTitles')}</em>}
          <ul>
            {newestFirst(titles).map((title) => (
              <Title key={title.id} title={title} concepts={concepts} />
            ))}
          </ul>
        </dd>
        {names.map(({ language, text, confirmed }) => (
          <Name key={language} name={languageName(language)}>
            <span className={styles['term']} lang={language}>
              {text}
            </span>{' '}
            <Mark look={confirmed ? 'good' : 'warn'}>
              {t(confirmed ? 'person.confirmed' : 'person.unconfirmed')}
            </Mark>
          </Name>
        ))}
        {note !== '' && (
          <Name name={t('concept.note')}>
            <span className={styles['note']}>{note}</span>
          </Name>
        )}
        <Name name={t('concept.source')}>
          <span className={styles['note']}>{source || <em>{t('concept.noSource')}</em>}</span>
        </Name>
      </dl>
    </article>
  )
}

function Name({ name, children }: Readonly<{ name: string; children: React.ReactNode }>) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

type TitleProps = Readonly<{ title: DatedTitle; concepts: readonly Concept[] }>

function Title({ title: { text, concept, from, until }, concepts }: TitleProps) {
  const { t } = useTranslation('terms')
  const known = concepts.find(({ id }) => id === concept)
  const span = from === '' ? (until === '' ? 'open' : 'until') : until === '' ? 'from' : 'both'
  return (
    <li>
      <span>{text || (known && conceptName(known))}</span>{' '}
      <span className={styles['small']}>
        {t(`span.${span}`, { from: dayWords(from), until: dayWords(until) })}
        {known && ` · ${t('person.titleTerm', { term: conceptName(known) })}`}
      </span>
    </li>
  )
}
