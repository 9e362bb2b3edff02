import type { SpotlightStore } from '@mantine/spotlight'
import { useLayoutEffect } from 'react'

/**
 * Enter takes the first line as long as no other was chosen. Mantine chooses it when a letter is typed, and the
 * lines that the workspace answers come later: then the choice would be on another line, or gone.
 */
export function useFirstSelected(store: SpotlightStore, lines: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the lines that are on the page by now
  useLayoutEffect(() => {
    const { listId } = store.getState()
    const list = listId === '' ? null : document.getElementById(listId)
    const [first, ...others] = list?.querySelectorAll('[data-action]') ?? []
    if (!first) return
    for (const other of others) other.removeAttribute('data-selected')
    first.setAttribute('data-selected', 'true')
    store.updateState((state) => ({ ...state, selected: 0 }))
  }, [store, lines])
}
