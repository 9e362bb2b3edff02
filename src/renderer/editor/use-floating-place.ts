import { useLayoutEffect, useRef } from 'react'

type Side = 'below' | 'above'

/** Height of the window's bar, which stays visible (`--tt-bar`). */
const topBar = 44

/** Where a box of `size` goes beside `anchor` inside the window: on the wished side when there is room. */
export function placeBeside(
  anchor: Readonly<{ left: number; top: number; bottom: number }>,
  size: Readonly<{ width: number; height: number }>,
  view: Readonly<{ width: number; height: number }>,
  wished: Side,
): Readonly<{ left: number; top: number }> {
  const gap = 6
  const above = anchor.top - size.height - gap
  const below = anchor.bottom + gap
  const fitsAbove = above >= topBar
  const fitsBelow = below + size.height <= view.height
  const isAbove = wished === 'above' ? fitsAbove || !fitsBelow : !fitsBelow && fitsAbove
  const left = Math.max(8, Math.min(anchor.left, view.width - size.width - 8))
  return { left, top: Math.max(8, isAbove ? above : Math.min(below, view.height - size.height - 8)) }
}

/** Keeps a floating box beside what `anchorOf` answers, after every render and while anything scrolls. */
export function useFloatingPlace(anchorOf: () => DOMRect | null, wished: Side = 'below') {
  const box = useRef<HTMLDivElement>(null)
  const latest = useRef(anchorOf)
  useLayoutEffect(() => {
    latest.current = anchorOf
    const put = () => {
      const anchor = latest.current()
      const element = box.current
      if (!anchor || !element) return
      const view = { width: window.innerWidth, height: window.innerHeight }
      const size = { width: element.offsetWidth, height: element.offsetHeight }
      const { left, top } = placeBeside(anchor, size, view, wished)
      element.style.left = `${left}px`
      element.style.top = `${top}px`
    }
    put()
    window.addEventListener('scroll', put, true)
    window.addEventListener('resize', put)
    return () => {
      window.removeEventListener('scroll', put, true)
      window.removeEventListener('resize', put)
    }
  })
  return box
}
