import { Fragment, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Concept } from '#domain/terms/termbase.ts'
import { conceptName, nameIn } from '#renderer/ui/terms/concept-search.ts'
import styles from '../entries/Entries.module.css'
import { Mark } from '../entries/Mark.tsx'
import { hasForbidden, languagesOf } from './concept-rows.ts'

type Props = Readonly<{ concept: Concept; isDraft: boolean }>

/** A concept in the list: its name, what others call it, where it stands. */
export const ConceptRow = memo(function ConceptRow({ concept, isDraft }: Props) {
  const { t } = useTranslation('terms')
  const name = conceptName(concept)
  const others = languagesOf(concept)
    .map((language) => ({ language, text: nameIn(concept, language) }))
    .filter(({ text }) => text !== '' && text !== name)
  return (
    <>
      <span className={styles['line']}>
        <span className={styles['name']}>{name || t('concept.unnamed')}</span>
        {isDraft && <Mark look="draft">{t('mark.draft')}</Mark>}
        {hasForbidden(concept) && <Mark look="bad">{t('mark.forbidden')}</Mark>}
        {concept.status === 'proposed' && <Mark look="warn">{t('mark.proposed')}</Mark>}
      </span>
      <span className={styles['others']}>
        {others.map(({ language, text }, at) => (
          <Fragment key={language}>
            {at > 0 && ' · '}
            <span lang={language}>{text}</span>
          </Fragment>
        ))}
      </span>
    </>
  )
})
