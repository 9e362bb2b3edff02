import type { ReactNode } from 'react'
import type { BlockText } from '#contract/article-text.ts'
import styles from './ArticleBlock.module.css'

type Run = BlockText['runs'][number]

/** A stretch of text in its formatting. */
export function Marked({ run: { text, marks } }: Readonly<{ run: Run }>) {
  let shown: ReactNode = text
  if (marks.underline) shown = <u>{shown}</u>
  if (marks.italic) shown = <em>{shown}</em>
  if (marks.bold) shown = <strong>{shown}</strong>
  // An approver reads where a link leads; following it would leave the desk.
  if (!marks.link) return shown
  return (
    <>
      <span className={styles['link']}>{shown}</span> <span className={styles['small']}>({marks.link})</span>
    </>
  )
}
