import { useTranslation } from 'react-i18next'
import type { BoardRow } from '#contract/editions.ts'
import styles from '../StoryBoard.module.css'
import { boardMarks } from './board-words.ts'

/** The state of a channel's text as icon, word and colour. */
export function BoardMark({ state }: Readonly<{ state: BoardRow['state'] }>) {
  const { t } = useTranslation('publishing')
  const { icon: Icon, tone } = boardMarks[state]
  return (
    <span className={styles['state']} data-tone={tone}>
      <Icon size={14} aria-hidden />
      {t(`board.state.${state}`)}
    </span>
  )
}
