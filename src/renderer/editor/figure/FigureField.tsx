import { IconAlertCircle } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { readAttributeText } from '#documents/attribute-texts.ts'
import type { AttributeTextName } from '#documents/roots.ts'
import type { EditorBinding } from '../binding/binding.ts'

type Props = Readonly<{
  doc: Y.Doc
  block: string
  name: AttributeTextName
  locked: boolean
  writeWords: EditorBinding['writeAttribute']
  /** Judges words from the clipboard before anything holds them (SEC1). */
  allows: (texts: readonly string[]) => Promise<boolean>
  onLeave: () => void
}>

/**
 * Alternative text or credit of a figure, typed in place. The field speaks to the page directly: it stands
 * inside the editor, whose events do not reach React.
 */
export function FigureField({ doc, block, name, locked, writeWords, allows, onLeave }: Props) {
  const { t } = useTranslation('editor')
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const latest = useRef({ writeWords, allows, onLeave })
  useEffect(() => {
    latest.current = { writeWords, allows, onLeave }
  })
  useEffect(() => {
    const element = field.current
    if (!element) return
    const write = () => {
      // A composition is written when it ends.
      const value = element.value.normalize('NFC').replaceAll('\n', ' ')
      latest.current.writeWords(block, name, value, element.selectionStart)
      grow(element)
    }
    const input = (event: Event) => {
      if (event instanceof InputEvent && event.isComposing) grow(element)
      else write()
    }
    const paste = async (event: ClipboardEvent) => {
      event.preventDefault()
      const pasted = (event.clipboardData?.getData('text/plain') ?? '').replaceAll(/\s*\n\s*/g, ' ')
      if (pasted === '' || element.readOnly || !(await latest.current.allows([pasted]))) return
      element.setRangeText(pasted, element.selectionStart, element.selectionEnd, 'end')
      write()
    }
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
      event.preventDefault()
      latest.current.onLeave()
    }
    const show = () => {
      const value = readAttributeText(doc, block, name)
      if (element.value !== value) showText(element, value)
      grow(element)
    }
    show()
    element.addEventListener('input', input)
    element.addEventListener('compositionend', write)
    element.addEventListener('keydown', press)
    element.addEventListener('paste', paste)
    const observe = (transaction: Y.Transaction) => {
      if ([...transaction.changed.keys()].some((type) => doc.share.get(`a/${block}/${name}`) === type)) show()
    }
    doc.on('afterTransaction', observe)
    return () => {
      element.removeEventListener('input', input)
      element.removeEventListener('compositionend', write)
      element.removeEventListener('keydown', press)
      element.removeEventListener('paste', paste)
      doc.off('afterTransaction', observe)
    }
  }, [doc, block, name])
  return (
    <div className="ed-figure-field" data-name={name}>
      <label htmlFor={id}>{t(`figure.${name}`)}</label>
      <textarea ref={field} id={id} rows={1} readOnly={locked} placeholder={t(`figure.${name}Hint`)} />
      {name === 'alt' && (
        <IconAlertCircle
          className="ed-figure-warning"
          size={15}
          role="img"
          aria-label={t('figure.altMissing')}
        >
          <title>{t('figure.altMissing')}</title>
        </IconAlertCircle>
      )}
    </div>
  )
}

function grow(element: HTMLTextAreaElement): void {
  element.style.height = 'auto'
  element.style.height = `${element.scrollHeight}px`
}

/** Another person's change: the caret stays at its distance from the nearer end. */
function showText(element: HTMLTextAreaElement, value: string): void {
  const { selectionStart, selectionEnd } = element
  element.value = value
  if (document.activeElement === element) element.setSelectionRange(selectionStart, selectionEnd)
}
