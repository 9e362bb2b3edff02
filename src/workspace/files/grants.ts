import { randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { type Failure, failure } from '#contract/failures.ts'
import type { GrantView } from '#contract/files.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Grant, GrantService } from '../services.ts'
import type { Clock } from '../store/clock.ts'
import { shownName } from './file-names.ts'
import { mediaTypeOf } from './media-types.ts'

/** An upload that nothing asked for this long was forgotten by its window: a crash, a closed dialog. */
const lifetime = 12 * 60 * 60 * 1000

/** Files that a shell let in, by an unguessable name, until they are released, forgotten or the process ends. */
export function createGrants(clock: Clock = { now: Date.now }): GrantService {
  const grants = new Map<string, Grant & Readonly<{ owned: boolean; since: number }>>()

  const offered = new Set<string>()

  function grant(file: Readonly<{ path: string; name: string; owned: boolean }>): Grant {
    forgetOld()
    const name = shownName(file.name)
    const id = randomBytes(16).toString('hex')
    const since = clock.now()
    const made = { ...file, id, name, since, bytes: statSync(file.path).size, mediaType: mediaTypeOf(name) }
    grants.set(id, made)
    return made
  }

  function find(id: string): Result<Grant, Failure> {
    const found = grants.get(id)
    return found === undefined ? fail(failure('grant-unknown', { grant: id })) : succeed(found)
  }

  function release(id: string): void {
    const found = grants.get(id)
    grants.delete(id)
    if (found?.owned === true) rmSync(found.path, { force: true })
  }

  function forgetOld(): void {
    const old = clock.now() - lifetime
    for (const { id, since } of [...grants.values()]) if (since < old) release(id)
  }

  function takeOffered(): readonly Grant[] {
    const found = [...offered].flatMap((id) => grants.get(id) ?? [])
    offered.clear()
    return found
  }

  return { grant, find, release, offer: (id) => void offered.add(id), takeOffered }
}

/** What a client may know of a grant: never its path. */
export function viewGrant(grant: Grant): GrantView {
  return { grant: grant.id, name: grant.name, bytes: grant.bytes, mediaType: grant.mediaType }
}
