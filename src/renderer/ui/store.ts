import { useSyncExternalStore } from 'react'
import type { WatchedValue } from '../client/stores.ts'

/** Draws the component again when the watched value changes. */
export function useStore<Value>(store: WatchedValue<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get)
}
