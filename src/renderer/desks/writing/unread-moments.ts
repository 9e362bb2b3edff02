import { createWatchedValue } from '#renderer/client/stores.ts'

export type MomentName = 'deadline' | 'embargo'
/** Deadlines and embargoes as they were typed and could not be read, by document and name. */
type Unread = Readonly<Record<string, string>>

/** Kept beside the form: it goes when another person takes the seat, what was typed must not. */
export const unreadMoments = createWatchedValue<Unread>({})

export function unreadMoment(unread: Unread, document: string, name: MomentName): string | undefined {
  return unread[`${document} ${name}`]
}

/** Remembers a moment that could not be read; null when the field is in order again. */
export function setUnreadMoment(document: string, name: MomentName, typed: string | null): void {
  const key = `${document} ${name}`
  const { [key]: before, ...others } = unreadMoments.get()
  if (typed === null && before === undefined) return
  unreadMoments.set(typed === null ? others : { ...others, [key]: typed })
}

export function unreadNames(unread: Unread, document: string): readonly MomentName[] {
  return (['deadline', 'embargo'] as const).filter(
    (name) => unreadMoment(unread, document, name) !== undefined,
  )
}
