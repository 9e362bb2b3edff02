import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import type { ReactNode, RefObject } from 'react'
import styles from './Entries.module.css'

type Props = Readonly<{
  add: string
  find: string
  words: string
  search: RefObject<HTMLInputElement | null>
  box: RefObject<HTMLDivElement | null>
  onAdd: () => void
  onWords: (words: string) => void
  /** Beside the button. */
  menu?: ReactNode
  /** Below the search. */
  children?: ReactNode
}>

/** What stands over a list of entries: making one, finding one. */
export function EntryHead(props: Props) {
  const { add, find, words, search, box, onAdd, onWords, menu, children } = props
  return (
    <div className={styles['head']}>
      <div className={styles['acts']}>
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={onAdd}>
          {add}
        </Button>
        {menu}
      </div>
      <TextInput
        ref={search}
        size="xs"
        type="search"
        aria-label={find}
        placeholder={find}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return
          event.preventDefault()
          box.current?.focus()
        }}
      />
      {children}
    </div>
  )
}
