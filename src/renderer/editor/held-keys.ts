import './held-keys.css'

/** Takes what is typed between asking for a new article and its page being there. */
let field: HTMLTextAreaElement | undefined
let isComposing = false
/** Typed before the field lost the keys; the next page takes it. */
let kept = ''
let wanted: ((typed: string) => void) | undefined

/**
 * Has a field take the keys from now on: a real one, so that input methods compose in it and Backspace does what it
 * does. It shows when the page is slow to come. `label` says what it is.
 */
export function holdKeys(label: string): void {
  if (field) return
  field = document.createElement('textarea')
  field.className = 'ed-held'
  field.ariaLabel = label
  field.placeholder = label
  field.value = kept
  field.addEventListener('compositionstart', () => {
    isComposing = true
  })
  field.addEventListener('compositionend', () => {
    isComposing = false
    queueMicrotask(give)
  })
  // Another window in front is no other place to type in.
  field.addEventListener('blur', () => document.hasFocus() && letKeysGo())
  document.body.append(field)
  field.focus()
}

/** Hands on what was typed, as soon as no input method is at work on it; a line break stands for Enter. */
export function takeHeldKeys(use: (typed: string) => void): () => void {
  wanted = use
  give()
  return () => {
    if (wanted === use) wanted = undefined
  }
}

/** Ends the holding; what was typed is kept for the next new page. */
export function letKeysGo(): void {
  const gone = field
  if (!gone) return
  kept = gone.value
  field = undefined
  isComposing = false
  gone.remove()
}

function give(): void {
  if (!wanted || isComposing) return
  letKeysGo()
  const [use, typed] = [wanted, kept]
  wanted = undefined
  kept = ''
  use(typed)
}
