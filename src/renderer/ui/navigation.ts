import { createWatchedValue } from '../client/stores.ts'

export const desks = ['writing', 'translation', 'video', 'review', 'publishing', 'terms', 'settings'] as const
export type Desk = (typeof desks)[number]

/** Where the person is: the desk, and the article (and the language it is put into) that stay the same across desks. */
export type Place = Readonly<{ desk: Desk; article: string | null; language: string | null }>

export const place = createWatchedValue<Place>({ desk: 'writing', article: null, language: null })

export function isDesk(name: string): name is Desk {
  return desks.some((desk) => desk === name)
}

export function goToDesk(desk: Desk): void {
  place.set({ ...place.get(), desk })
}

/** Opens an article, on the desk that is named or the one that is open. */
export function openArticle(article: string | null, desk: Desk = place.get().desk): void {
  const { article: before, language } = place.get()
  place.set({ desk, article, language: article === before ? language : null })
}

/** Opens an article's translation on its desk. */
export function openTranslation(article: string, language: string): void {
  place.set({ desk: 'translation', article, language })
}

/** The clip in hand on the video desk, and the language of its subtitles that are open. */
export type ClipPlace = Readonly<{ clip: string | null; language: string | null }>
export const clipPlace = createWatchedValue<ClipPlace>({ clip: null, language: null })

/** Opens a clip's subtitles on their desk; null: whatever language there is. */
export function openTrack(clip: string, language: string | null): void {
  clipPlace.set({ clip, language })
  goToDesk('video')
}

export const termsParts = ['concepts', 'people', 'memory'] as const
export type TermsPart = (typeof termsParts)[number]
/** The part of the terms' desk that is open. */
export const termsPart = createWatchedValue<TermsPart>('concepts')

export function goToTerms(part: TermsPart): void {
  termsPart.set(part)
  goToDesk('terms')
}

/** The part of the settings that is open. */
export const settingsPart = createWatchedValue<string>('members')
