import { randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { type Failure, failure } from '#contract/failures.ts'
import type { GrantView } from '#contract/files.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Grant, GrantService } from '../services.ts'
import { shownName } from './file-names.ts'
import { mediaTypeOf } from './media-types.ts'

/** Files that a shell let in, by an unguessable name. They live as long as the process or until released. */
export function createGrants(): GrantService {
  const grants = new Map<string, Grant & { readonly owned: boolean }>()

  function grant(file: Readonly<{ path: string; name: string; owned: boolean }>): Grant {
    const name = shownName(file.name)
    const id = randomBytes(16).toString('hex')
    const made = { ...file, id, name, bytes: statSync(file.path).size, mediaType: mediaTypeOf(name) }
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

  return { grant, find, release }
}

/** What a client may know of a grant: never its path. */
export function viewGrant(grant: Grant): GrantView {
  return { grant: grant.id, name: grant.name, bytes: grant.bytes, mediaType: grant.mediaType }
}
