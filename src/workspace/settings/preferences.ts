import { defaultPreferences } from '#contract/default-preferences.ts'
import { type PreferenceChange, type Preferences, preferences } from '#contract/settings.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import type { Store } from '../store/store.ts'

/** The row of whoever sits at the machine while nobody is signed in; a new profile starts from it. */
const machine = 'machine'

const names = Object.keys(preferences.shape) as (keyof Preferences)[]

/** What `profile` prefers here (the machine's own choices when null), complete with defaults. */
export function readPreferences(db: ReadHandle, profile: string | null): Preferences {
  const own = profile === null ? undefined : storedPreferences(db, profile)
  return preferences.parse({ ...defaultPreferences, ...(own ?? storedPreferences(db, machine)) })
}

/** Changes what is named and leaves the rest; durable when it returns. */
export function changePreferences(
  store: Store,
  profile: string | null,
  change: PreferenceChange,
): Preferences {
  return store.write((db) => {
    const next = preferences.parse({ ...readPreferences(db, profile), ...withoutGaps(change) })
    keep(db, profile ?? machine, next)
    if (profile !== null) keep(db, machine, { ...readPreferences(db, null), ...lookOf(next) })
    return next
  })
}

/** What menus and the sign-in screen look like is the choice of whoever chose last. */
function lookOf({ interfaceLanguage, colourScheme }: Preferences): PreferenceChange {
  return { interfaceLanguage, colourScheme }
}

function keep(db: WriteHandle, profile: string, value: PreferenceChange): void {
  db.prepare(
    'INSERT INTO preferences (profile, value) VALUES (?, ?) ON CONFLICT (profile) DO UPDATE SET value = excluded.value',
  ).run(profile, JSON.stringify(value))
}

function storedPreferences(db: ReadHandle, profile: string): PreferenceChange | undefined {
  const row = db
    .prepare<[string], { value: string }>('SELECT value FROM preferences WHERE profile = ?')
    .get(profile)
  return row === undefined ? undefined : salvage(JSON.parse(row.value))
}

/** Keeps each choice that this version understands: one odd value must not reset all the others. */
function salvage(stored: unknown): PreferenceChange {
  if (typeof stored !== 'object' || stored === null) return {}
  const values = new Map(Object.entries(stored))
  const kept = names
    .filter((name) => preferences.shape[name].safeParse(values.get(name)).success)
    .map((name) => [name, values.get(name)])
  return Object.fromEntries(kept) as PreferenceChange
}

function withoutGaps(change: PreferenceChange): PreferenceChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
