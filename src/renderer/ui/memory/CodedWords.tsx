import type { CodedText } from '#domain/segments/coded-text.ts'
import styles from './CodedWords.module.css'
import { codeLabel } from './code-label.ts'
import { cutAtMarks, type TextMark } from './cut-at-marks.ts'

type Props = Readonly<{ text: CodedText; marks?: readonly TextMark[] }>

const none: readonly TextMark[] = []

/** A coded text to read: its words, some of them marked, and its codes as chips. */
export function CodedWords({ text, marks = none }: Props) {
  let at = 0
  return cutAtMarks(text, marks).map((part) => {
    const key = `${at}${'words' in part ? '' : part.code}`
    at += 'words' in part ? part.words.length : 1
    if ('words' in part)
      return (
        <span key={key} data-mark={part.marks.join(' ') || undefined} className={styles['words']}>
          {part.words}
        </span>
      )
    return (
      <span key={key} className={styles['chip']} title={part.value || undefined}>
        {codeLabel(part)}
      </span>
    )
  })
}
