import { z } from 'zod'
import { type Failure, failure } from '#contract/failures.ts'
import { exampleScreens, type Screen, screenSchema } from '#domain/led/screen.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ReadHandle } from '../store/database.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import type { Store } from '../store/store.ts'

/** The workspace's screens in the order they were added; the examples until somebody changes them. */
export function readScreens(db: ReadHandle): readonly Screen[] {
  const stored = readMeta(db, 'screens')
  if (stored === undefined) return exampleScreens
  // one screen that this version cannot read must not hide the others
  return z
    .array(z.unknown())
    .parse(JSON.parse(stored))
    .flatMap((screen) => screenSchema.safeParse(screen).data ?? [])
}

/** Adds a screen or changes the one with its id; on disk when it returns. */
export function putScreen(store: Store, screen: Screen): readonly Screen[] {
  const screens = readScreens(store.read)
  const known = screens.some(({ id }) => id === screen.id)
  return keep(
    store,
    known ? screens.map((each) => (each.id === screen.id ? screen : each)) : [...screens, screen],
  )
}

export function removeScreen(store: Store, id: string): readonly Screen[] {
  return keep(
    store,
    readScreens(store.read).filter((screen) => screen.id !== id),
  )
}

export function findScreen(store: Store, id: string): Result<Screen, Failure> {
  const screen = readScreens(store.read).find((each) => each.id === id)
  return screen ? succeed(screen) : fail(failure('screen-unknown', { screen: id }))
}

function keep(store: Store, screens: readonly Screen[]): readonly Screen[] {
  store.write((db) => writeMeta(db, 'screens', JSON.stringify(screens)))
  return screens
}
