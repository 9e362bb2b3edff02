import type { KeyObject } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { type Failure, failure } from '#contract/failures.ts'
import type { MemberView } from '#contract/people.ts'
import type { Member } from '#domain/membership-view.ts'
import { rootSigner, type SignedRecord } from '#domain/records.ts'
import { fail, type Result } from '#domain/result.ts'
import type { Role } from '#domain/roles.ts'
import { readRecoveryFile } from '../records/recovery-file.ts'
import { publicKeyOf, signRecord } from '../records/signature.ts'
import type { Services } from '../services.ts'
import { viewMember } from './members.ts'

/** The root key in a recovery file, if it is the one of the newsroom that this workspace trusts. */
export function openRecoveryFile(text: string, rootKey: string): Result<KeyObject, Failure> {
  const root = readRecoveryFile(text)
  if (!root.ok) return fail(failure('recovery-file-wrong', { reason: root.failure }))
  if (publicKeyOf(root.value) === rootKey) return root
  return fail(failure('recovery-file-wrong', { reason: 'other-newsroom' }))
}

/**
 * Makes a known member an owner with a new key on this machine, signed by the root (TRUST4). Whoever holds the
 * recovery file may: it is for the day when no owner can sign.
 */
export async function recoverOwner(
  services: Services,
  input: Readonly<{ recoveryFile: string; member: string; pin: string }>,
): Promise<Result<MemberView, Failure>> {
  const { records, keys } = services
  const newsroom = records.newsroom()
  if (!newsroom) return fail(failure('newsroom-missing', {}))
  const root = openRecoveryFile(input.recoveryFile, newsroom.rootKey)
  if (!root.ok) return root
  const member = records.memberships()?.current.get(input.member)
  if (!member) return fail(failure('member-unknown', { member: input.member }))
  const publicKey = await keys.prepare({ profile: member.profile, name: member.name }, input.pin)
  if (!publicKey.ok) return publicKey
  const received = records.receive([appointment(services, root.value, member, publicKey.value)])
  if (!received.ok) return received
  keys.adopt(member.profile, publicKey.value)
  return viewMember(services, member.profile)
}

function appointment(
  { records }: Services,
  root: KeyObject,
  member: Member,
  publicKey: string,
): SignedRecord {
  const { profile, name } = member
  const roles: Role[] = ['owner', ...member.roles.filter((role) => role !== 'owner')]
  return signRecord(root, {
    ...records.base(rootSigner, uuidv7()),
    kind: 'membership',
    profile,
    name,
    publicKey,
    roles,
    removed: false,
    replaces: records.memberships()?.latestAbout(profile)[0]?.hash ?? null,
    accepts: records.signedBy(profile),
  })
}
