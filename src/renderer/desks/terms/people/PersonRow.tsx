import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Official, titlesOn } from '#domain/terms/termbase.ts'
import styles from '../entries/Entries.module.css'
import { Mark } from '../entries/Mark.tsx'
import { newestFirst } from './person-rows.ts'
import { today } from './today.ts'

type Props = Readonly<{ person: Official; isDraft: boolean }>

/** A person in the list: name, what they are now, names in other languages. */
export const PersonRow = memo(function PersonRow({ person, isDraft }: Props) {
  const { t } = useTranslation('terms')
  const [title] = newestFirst(titlesOn(person, today()))
  return (
    <>
      <span className={styles['line']}>
        <span className={styles['name']}>{person.name || t('person.unnamed')}</span>
        {isDraft && <Mark look="draft">{t('mark.draft')}</Mark>}
        {person.gender === '' && <Mark look="warn">{t('mark.noGender')}</Mark>}
      </span>
      <span className={styles['others']}>
        {[title?.text, ...person.names.map(({ text }) => text)].filter(Boolean).join(' · ')}
      </span>
    </>
  )
})
