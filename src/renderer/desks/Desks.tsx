import { Suspense } from 'react'
import { Frame } from '../ui/frame/Frame.tsx'
import { later } from '../ui/later.ts'
import { type Desk, place } from '../ui/navigation.ts'
import { useStore } from '../ui/store.ts'
import { usePlaceKept } from '../ui/use-place-kept.ts'
import { useShownPreferences } from '../ui/use-shown-preferences.ts'
import { WritingDesk } from './writing/WritingDesk.tsx'

const shown = {
  writing: WritingDesk,
  translation: later(async () => (await import('./translation/TranslationDesk.tsx')).TranslationDesk),
  video: later(async () => (await import('./video/VideoDesk.tsx')).VideoDesk),
  review: later(async () => (await import('./review/ReviewDesk.tsx')).ReviewDesk),
  publishing: later(async () => (await import('./publishing/PublishingDesk.tsx')).PublishingDesk),
  terms: later(async () => (await import('./terms/TermsDesk.tsx')).TermsDesk),
  settings: later(async () => (await import('./settings/SettingsDesk.tsx')).SettingsDesk),
} as const satisfies Readonly<Record<Desk, unknown>>

/** The open desk in its frame. */
export function Desks() {
  useShownPreferences()
  const ready = usePlaceKept()
  const { desk } = useStore(place)
  const Open = shown[desk]
  return (
    <Frame>
      <Suspense>{ready && <Open />}</Suspense>
    </Frame>
  )
}
