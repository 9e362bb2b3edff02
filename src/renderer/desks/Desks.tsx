import { Frame } from '../ui/frame/Frame.tsx'
import { type Desk, place } from '../ui/navigation.ts'
import { useStore } from '../ui/store.ts'
import { usePlaceKept } from '../ui/use-place-kept.ts'
import { useShownPreferences } from '../ui/use-shown-preferences.ts'
import { PublishingDesk } from './publishing/PublishingDesk.tsx'
import { ReviewDesk } from './review/ReviewDesk.tsx'
import { SettingsDesk } from './settings/SettingsDesk.tsx'
import { WritingDesk } from './writing/WritingDesk.tsx'

const shown = {
  writing: WritingDesk,
  review: ReviewDesk,
  publishing: PublishingDesk,
  settings: SettingsDesk,
} as const satisfies Readonly<Record<Desk, unknown>>

/** The open desk in its frame. */
export function Desks() {
  useShownPreferences()
  const ready = usePlaceKept()
  const { desk } = useStore(place)
  const Open = shown[desk]
  return <Frame>{ready && <Open />}</Frame>
}
