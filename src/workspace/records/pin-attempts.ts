import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Clock } from '../store/clock.ts'
import { writeDurablySync } from '../store/durable-files-sync.ts'
import { faultOrThrow } from '../store/faults.ts'
import { waitAfter } from './pin-rules.ts'

/** Counts wrong PINs per profile, on disk: a restart forgives nothing. */
export type PinAttempts = Readonly<{
  /** Seconds until a PIN may be tried; 0 is now. */
  waitSeconds(profile: string): number
  /** Counted before the PIN is tried, so that killing the process saves no attempt. Answers the wait it causes. */
  begin(profile: string): number
  /** The PIN was right. */
  succeeded(profile: string): void
}>

const attemptsFile = z.record(z.string(), z.object({ failures: z.number().int().min(0), at: z.number() }))
type Attempts = z.infer<typeof attemptsFile>

export function openPinAttempts(folder: string, clock: Clock): PinAttempts {
  const path = join(folder, 'attempts.json')
  const attempts: Attempts = readAttempts(path)
  const save = () => saveAttempts(path, attempts)
  return {
    waitSeconds(profile) {
      const entry = attempts[profile]
      if (!entry) return 0
      // a clock set back starts the wait anew: nobody is locked out for the difference
      entry.at = Math.min(entry.at, clock.now())
      return Math.max(0, Math.ceil(waitAfter(entry.failures) - (clock.now() - entry.at) / 1000))
    },
    begin(profile) {
      const failures = (attempts[profile]?.failures ?? 0) + 1
      attempts[profile] = { failures, at: clock.now() }
      save()
      return waitAfter(failures)
    },
    succeeded(profile) {
      delete attempts[profile]
      save()
    },
  }
}

/** On a full disk the count is kept in memory only: people must still get in to read. */
function saveAttempts(path: string, attempts: Attempts): void {
  try {
    writeDurablySync(path, JSON.stringify(attempts), 0o600)
  } catch (error) {
    faultOrThrow(error, path)
  }
}

/** A damaged file counts as none: it must not lock everybody out. */
function readAttempts(path: string): Attempts {
  if (!existsSync(path)) return {}
  try {
    return attemptsFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return {}
  }
}
