import { createWatchedValue } from '../client/stores.ts'

export const desks = ['writing', 'review', 'publishing', 'settings'] as const
export type Desk = (typeof desks)[number]

/** Where the person is: the desk, and the article in hand that stays the same across desks. */
export type Place = Readonly<{ desk: Desk; article: string | null }>

export const place = createWatchedValue<Place>({ desk: 'writing', article: null })

export function isDesk(name: string): name is Desk {
  return desks.some((desk) => desk === name)
}

export function goToDesk(desk: Desk): void {
  place.set({ ...place.get(), desk })
}

/** Opens an article, on the desk that is named or the one that is open. */
export function openArticle(article: string | null, desk: Desk = place.get().desk): void {
  place.set({ desk, article })
}
