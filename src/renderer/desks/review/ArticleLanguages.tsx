import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../client/client.ts'
import styles from './ReviewInspector.module.css'

type Props = Readonly<{ article: string; except: string }>

/** The other languages of the story, and which of them the source left behind since they were approved (FLOW1). */
export function ArticleLanguages({ article, except }: Props) {
  const { t } = useTranslation('review')
  const { data } = useQuery(orpc.translations.list.queryOptions({ input: { article } }))
  const others = data?.filter(({ document }) => document !== except) ?? []
  if (others.length === 0) return null
  return (
    <>
      <h3>{t('inspector.languages')}</h3>
      <dl className={styles['facts']}>
        {others.map(({ document, language, state, readiness }) => (
          <Fragment key={document}>
            <dt>{t(`common:tongue.${language}`, language)}</dt>
            <dd>
              {t(`common:state.${state}`)}
              {(readiness === 'stale' || readiness === 'newerUnapproved') && (
                <strong> · {t(`publishing:state.${readiness}`)}</strong>
              )}
            </dd>
          </Fragment>
        ))}
      </dl>
    </>
  )
}
