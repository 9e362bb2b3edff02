import type { ComponentType } from 'react'
import { Frame } from '../ui/frame/Frame.tsx'
import { type Desk, place } from '../ui/navigation.ts'
import { useStore } from '../ui/store.ts'
import { usePlaceKept } from '../ui/use-place-kept.ts'
import { useShownPreferences } from '../ui/use-shown-preferences.ts'
import { WritingDesk } from './writing/WritingDesk.tsx'

const shown: Readonly<Partial<Record<Desk, ComponentType>>> = {
  writing: WritingDesk,
}

/** The open desk in its frame. */
export function Desks() {
  useShownPreferences()
  const ready = usePlaceKept()
  const { desk } = useStore(place)
  const Open = shown[desk]
  return <Frame>{ready && Open && <Open />}</Frame>
}
