import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'

/** What keys and helpers need of the words that are being written. */
export type CueEditorHandle = Readonly<{
  focus(): void
  /** Where the caret stands, in UTF-16 units, and what is selected. */
  selection(): readonly [number, number]
  insert(text: string): void
  isComposing(): boolean
}>

type Props = Readonly<{
  ref?: Ref<CueEditorHandle>
  words: string
  language: string
  label: string
  onWrite: (text: string, caret: number) => void
  onCaret: (inside: boolean) => void
  autoFocus?: boolean
}>

/** A cue's words, written in place. What an input method is still composing is not written yet. */
export function CueEditor({ ref, words, language, label, onWrite, onCaret, autoFocus = false }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const composing = useRef(false)
  const [shown, setShown] = useState(words)
  useEffect(() => {
    if (!composing.current) setShown(words)
  }, [words])
  useEffect(() => {
    if (autoFocus) area.current?.focus()
  }, [autoFocus])
  // as high as its words
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words decide the height
  useEffect(() => {
    const box = area.current
    if (!box) return
    box.style.height = '0'
    box.style.height = `${box.scrollHeight}px`
  }, [shown])
  function write(text: string): void {
    setShown(text)
    if (!composing.current) onWrite(text, area.current?.selectionStart ?? text.length)
  }
  useImperativeHandle(ref, () => ({
    focus: () => area.current?.focus(),
    selection: () => [area.current?.selectionStart ?? 0, area.current?.selectionEnd ?? 0],
    insert(text) {
      const box = area.current
      if (!box) return
      box.focus()
      box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end')
      write(box.value)
    },
    isComposing: () => composing.current,
  }))
  return (
    <textarea
      ref={area}
      rows={1}
      value={shown}
      lang={language}
      aria-label={label}
      spellCheck={false}
      onChange={(event) => write(event.currentTarget.value)}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={(event) => {
        composing.current = false
        write(event.currentTarget.value)
      }}
      onFocus={() => onCaret(true)}
      onBlur={() => onCaret(false)}
    />
  )
}
