import { Spotlight } from '@mantine/spotlight'
import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow } from '#contract/articles.ts'
import { FoundText } from '../found/FoundText.tsx'
import { openArticle } from '../navigation.ts'
import styles from './Palette.module.css'

type Props = Readonly<{ row: ArticleRow; query: string; passage: string | undefined }>

/** An article in the palette: its title and state, and where its text has what was typed. */
export function ArticleAction({ row, query, passage }: Props) {
  const { t } = useTranslation()
  return (
    <Spotlight.Action onClick={() => openArticle(row.id, 'writing')}>
      <IconFileText size={18} className={styles['icon'] ?? ''} aria-hidden />
      <span className={styles['words']}>
        <span className={styles['title']}>
          {row.title === '' ? t('palette.untitled') : <FoundText text={row.title} query={query} />}
        </span>
        <span className={styles['more']}>
          {t(`state.${row.state}`)}
          {passage !== undefined && (
            <>
              {' · '}
              <FoundText text={passage} query={query} />
            </>
          )}
        </span>
      </span>
    </Spotlight.Action>
  )
}
