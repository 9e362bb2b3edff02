import type { CodedText } from '#domain/segments/coded-text.ts'
import { codeLabel } from '../target/code-label.ts'
import styles from './CodedWords.module.css'

/** A coded text to read: its words, and its codes as chips. */
export function CodedWords({ text }: Readonly<{ text: CodedText }>) {
  let at = 0
  return text.map((part) => {
    const key = `${at}${typeof part === 'string' ? '' : part.code}`
    at += typeof part === 'string' ? part.length : 1
    if (typeof part === 'string') return <span key={key}>{part}</span>
    return (
      <span key={key} className={styles['chip']} title={part.value || undefined}>
        {codeLabel(part)}
      </span>
    )
  })
}
