import { createWatchedValue } from '#renderer/client/stores.ts'

/** What a menu or a key asked for: a file to be chosen, or the termbase as a file. */
export type GlossaryTask = 'choose' | 'xlsx' | 'csv'
export const glossaryTask = createWatchedValue<GlossaryTask | null>(null)
