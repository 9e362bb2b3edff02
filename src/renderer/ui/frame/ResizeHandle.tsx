import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import styles from './DeskLayout.module.css'

type Props = Readonly<{
  label: string
  width: number
  range: readonly [number, number]
  /** The direction of the pointer in which the pane gets wider. */
  grows: 'left' | 'right'
  onResize(width: number): void
}>

/** The edge of a pane: dragged, or moved by the arrow keys. The width is told when it is let go. */
export function ResizeHandle({ label, width, range: [least, most], grows, onResize }: Props) {
  const [dragging, setDragging] = useState(false)
  const start = useRef({ x: 0, width })
  const clamp = (value: number) => Math.round(Math.min(most, Math.max(least, value)))
  const direction = grows === 'right' ? 1 : -1

  function pane(handle: Element): HTMLElement | null {
    const side = grows === 'right' ? handle.previousElementSibling : handle.nextElementSibling
    return side instanceof HTMLElement ? side : null
  }
  function widthAt(event: PointerEvent): number {
    return clamp(start.current.width + (event.clientX - start.current.x) * direction)
  }
  function press(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, width }
    setDragging(true)
  }
  function move(event: PointerEvent<HTMLDivElement>) {
    const side = dragging ? pane(event.currentTarget) : null
    // The pane follows the pointer at once; what is kept changes once, at the end.
    if (side) side.style.width = `${widthAt(event)}px`
  }
  function release(event: PointerEvent<HTMLDivElement>) {
    if (dragging) onResize(widthAt(event))
    setDragging(false)
  }
  function key(event: KeyboardEvent) {
    const step = { ArrowRight: 16 * direction, ArrowLeft: -16 * direction }[event.key]
    if (step === undefined) return
    event.preventDefault()
    onResize(clamp(width + step))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves has no element of its own
    <div
      className={styles['handle']}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      data-dragging={dragging || undefined}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onKeyDown={key}
    />
  )
}
