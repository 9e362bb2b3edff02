import { IconGripVertical } from '@tabler/icons-react'
import type { LexicalEditor, NodeKey } from 'lexical'
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { $moveBlockBefore } from './block-moves.ts'
import { type BlockBox, blockAt, blockBoxes, gapAt } from './block-places.ts'

type Place = Readonly<{ key: NodeKey; top: number; left: number }>

/** A grip beside the block under the pointer: dragging it moves the block. The keys do the same (Alt+Shift+↑↓). */
export function BlockHandle({ editor }: Readonly<{ editor: LexicalEditor }>) {
  const { t } = useTranslation('editor')
  const [place, setPlace] = useState<Place | null>(null)
  const [dropLine, setDropLine] = useState<number | null>(null)
  const dragging = useRef(false)
  useEffect(() => followPointer(editor, (next) => dragging.current || setPlace(next)), [editor])

  function drag(event: ReactPointerEvent<HTMLButtonElement>) {
    if (!place || event.button !== 0) return
    event.preventDefault()
    dragging.current = true
    const { key } = place
    const move = (moved: PointerEvent) => setDropLine(gapAt(blockBoxes(editor), moved.clientY).y)
    const end = (moved: PointerEvent | null) => {
      dragging.current = false
      setDropLine(null)
      setPlace(null)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('keydown', cancel, true)
      if (moved) {
        const { before } = gapAt(blockBoxes(editor), moved.clientY)
        editor.update(() => void $moveBlockBefore(key, before))
      }
    }
    const drop = (moved: PointerEvent) => end(moved)
    const cancel = (pressed: KeyboardEvent) => pressed.key === 'Escape' && end(null)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', drop)
    window.addEventListener('keydown', cancel, true)
  }
  const root = editor.getRootElement()?.getBoundingClientRect()
  return (
    <>
      {place && (
        <button
          type="button"
          tabIndex={-1}
          className="ed-handle"
          aria-label={t('handle')}
          title={t('handle')}
          style={{ top: place.top, left: place.left }}
          onPointerDown={drag}
        >
          <IconGripVertical size={16} aria-hidden />
        </button>
      )}
      {dropLine !== null && root && (
        <div className="ed-drop-line" style={{ top: dropLine - 1, left: root.left, width: root.width }} />
      )}
    </>
  )
}

/** Tells the block beside the pointer, at most once a frame; boxes are measured anew when the page changed. */
function followPointer(editor: LexicalEditor, tell: (place: Place | null) => void): () => void {
  let frame = 0
  let boxes: readonly BlockBox[] | null = null
  const forget = () => {
    boxes = null
  }
  const look = (x: number, y: number) => {
    frame = 0
    const root = editor.getRootElement()?.getBoundingClientRect()
    if (!root || x < root.left - 60 || x > root.right) return tell(null)
    boxes ??= blockBoxes(editor)
    const box = blockAt(boxes, y)
    tell(box ? { key: box.key, top: box.top, left: root.left - 26 } : null)
  }
  const move = (event: PointerEvent) => {
    if (frame === 0) frame = requestAnimationFrame(() => look(event.clientX, event.clientY))
  }
  const scroll = () => {
    forget()
    tell(null)
  }
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size > 0 || dirtyLeaves.size > 0) forget()
  })
  window.addEventListener('pointermove', move)
  window.addEventListener('scroll', scroll, true)
  window.addEventListener('resize', scroll)
  return () => {
    stop()
    cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', move)
    window.removeEventListener('scroll', scroll, true)
    window.removeEventListener('resize', scroll)
  }
}
