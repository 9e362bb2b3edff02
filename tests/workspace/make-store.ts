import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Clock } from '#workspace/store/clock.ts'
import { type OpenOptions, openStore } from '#workspace/store/open-store.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import type { Store } from '#workspace/store/store.ts'

/** A new folder that goes with the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that stands until it is moved. */
export function makeClock(start = Date.UTC(2026, 10, 24, 1)): Clock & { move(milliseconds: number): void } {
  let now = start
  return {
    now: () => now,
    move: (milliseconds) => {
      now += milliseconds
    },
  }
}

/** A real store in a new folder, closed with the test. */
export function makeStore(options: OpenOptions & { folder?: string; clock?: Clock } = {}): Store {
  const { folder = join(makeFolder(), 'workspace'), clock = makeClock(), ...rest } = options
  const opened = openStore(workspacePaths(folder), clock, rest)
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  onTestFinished(() => opened.value.close())
  return opened.value
}
