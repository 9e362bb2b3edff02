import type { KeyObject } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { type Failure, failure } from '#contract/failures.ts'
import type { ProfileView } from '#contract/session.ts'
import { type MembershipRecord, rootSigner, type SignedRecord } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ClientContext } from '../binding/clients.ts'
import { findProfile } from '../records/profiles.ts'
import { writeRecoveryFile } from '../records/recovery-file.ts'
import { createKey, publicKeyOf, signRecord } from '../records/signature.ts'
import type { Services } from '../services.ts'
import { cleanName, fileNameFrom } from './names.ts'
import { openRecoveryFile } from './recovering.ts'

type Founding = Readonly<{ id: string; newsroom: string; owner: string; pin: string }>
type Founded = { recoveryFile: string; fileName: string; owner: ProfileView }

/** Creates a newsroom, and answers a repeat with the same id as the first time while it is not confirmed. */
export type Founder = Readonly<{
  create(context: ClientContext, founding: Founding): Promise<Result<Founded, Failure>>
  /** Nothing counts as set up before the recovery file was read back from where the owner keeps it. */
  confirm(recoveryFile: string): Result<null, Failure>
}>

export function createFounder(services: Services): Founder {
  const { records, keys, clock } = services
  let answered: Readonly<{ id: string; founded: Founded }> | undefined

  async function create(context: ClientContext, founding: Founding): Promise<Result<Founded, Failure>> {
    const current = records.newsroom()
    if (current?.confirmed) return fail(failure('newsroom-exists', { name: current.name }))
    if (answered?.id === founding.id) return succeed(answered.founded)
    const unconfirmed = records.people().filter((person) => person.id !== founding.id)
    const founded = await found(context, founding)
    if (!founded.ok) return founded
    for (const person of unconfirmed) keys.setAside(person.id)
    answered = { id: founding.id, founded: founded.value }
    return founded
  }

  async function found(context: ClientContext, founding: Founding): Promise<Result<Founded, Failure>> {
    const name = cleanName(founding.newsroom)
    const owner = { profile: founding.id, name: cleanName(founding.owner) }
    const publicKey = await keys.create(owner, founding.pin)
    if (!publicKey.ok) return publicKey
    const root = createKey()
    const first = firstOwner(root, { ...owner, publicKey: publicKey.value }, clock.now())
    const trusted = { name, rootKey: publicKeyOf(root), confirmed: false }
    const stored = records.trustNewsroom(trusted, [first])
    if (!stored.ok) return stored
    const opened = await keys.unlock(context.client, founding.id, founding.pin)
    if (!opened.ok) return opened
    context.profile = founding.id
    const view = findProfile(services, founding.id)
    if (!view) throw new Error('The first owner must be a member')
    const recoveryFile = writeRecoveryFile(name, root, clock.now())
    return succeed({ recoveryFile, fileName: fileNameFrom(name, 'khoi-phuc'), owner: view })
  }

  function confirm(recoveryFile: string): Result<null, Failure> {
    const current = records.newsroom()
    if (!current) return fail(failure('newsroom-missing', {}))
    const root = openRecoveryFile(recoveryFile, current.rootKey)
    if (!root.ok) return root
    answered = undefined
    return current.confirmed ? succeed(null) : records.confirmNewsroom()
  }

  return { create, confirm }
}

/** The one record that the root key signs before it goes into the recovery file. */
function firstOwner(
  root: KeyObject,
  owner: Readonly<{ profile: string; name: string; publicKey: string }>,
  at: number,
): SignedRecord {
  const record: MembershipRecord = {
    schema: 1,
    kind: 'membership',
    id: uuidv7(),
    newsroom: publicKeyOf(root),
    signer: rootSigner,
    at,
    memberships: [],
    ...owner,
    roles: ['owner'],
    removed: false,
    replaces: null,
    accepts: [],
  }
  return signRecord(root, record)
}
