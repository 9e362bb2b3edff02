import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { createWatchedValue } from '../../client/stores.ts'
import { useStore } from '../store.ts'

/** Where a desk's counts are drawn in the status strip. */
export const statusSlot = createWatchedValue<HTMLElement | null>(null)

/** Puts a desk's counts into the status strip: "812 chữ · 4 phút đọc". */
export function StatusCounts({ children }: Readonly<{ children: ReactNode }>) {
  const slot = useStore(statusSlot)
  return slot ? createPortal(children, slot) : null
}
