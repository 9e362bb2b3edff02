import { uuidv7 } from 'uuidv7'
import { type Failure, failure } from '#contract/failures.ts'
import type { MemberView } from '#contract/people.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { Member } from '#domain/membership-view.ts'
import { comparePersonNames, isSameName } from '#domain/person-names.ts'
import type { MembershipRecord } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Role } from '#domain/roles.ts'
import type { ClientContext } from '../binding/clients.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { Person } from '../records/record-service.ts'
import type { Services } from '../services.ts'
import { cleanName } from './names.ts'

type Outcome = Result<MemberView, Failure>
type Change = Readonly<Partial<Pick<MembershipRecord, 'roles' | 'removed' | 'publicKey'>>>
/** What is done to a member, under the client's id: a repeat signs nothing new. */
type Act = Readonly<{ id: string; member: string }>

/** An owner adds a member on this machine; the same id adds nobody twice. */
export async function addMember(
  services: Services,
  context: ClientContext,
  input: Readonly<{ id: string; name: string; roles: readonly Role[]; pin: string }>,
): Promise<Outcome> {
  const owner = signedInOwner(services, context)
  if (!owner.ok) return owner
  if (findMember(services, input.id)) return viewMember(services, input.id)
  const name = cleanName(input.name)
  const publicKey = await services.keys.create({ profile: input.id, name }, input.pin)
  if (!publicKey.ok) return publicKey
  const signed = services.records.sign(owner.value.id, {
    ...services.records.base(owner.value.id, uuidv7()),
    kind: 'membership',
    profile: input.id,
    name,
    publicKey: publicKey.value,
    roles: unique(input.roles),
    removed: false,
    replaces: null,
    accepts: [],
  })
  if (!signed.ok) services.keys.setAside(input.id)
  return signed.ok ? viewMember(services, input.id) : signed
}

export function setRoles(
  services: Services,
  context: ClientContext,
  act: Act & Readonly<{ roles: readonly Role[] }>,
): Outcome {
  return changeMember(services, context, act, { roles: unique(act.roles) })
}

export function removeMember(services: Services, context: ClientContext, act: Act): Outcome {
  return changeMember(services, context, act, { roles: [], removed: true })
}

/** A lost PIN: a new key for the same profile, on this machine. The old key signs nothing from then on. */
export async function renewKey(
  services: Services,
  context: ClientContext,
  act: Act & Readonly<{ pin: string }>,
): Promise<Outcome> {
  const person = signedIn(services, context)
  if (!person.ok) return person
  const repeated = findRepeat(services, person.value.id, act, {})
  if (repeated) return repeated
  const owner = signedInOwner(services, context)
  if (!owner.ok) return owner
  const profile = act.member
  const member = findMember(services, profile)
  if (!member || member.removed) return fail(failure('member-unknown', { member: profile }))
  const publicKey = await services.keys.prepare({ profile, name: member.name }, act.pin)
  if (!publicKey.ok) return publicKey
  const changed = changeMember(services, context, act, { publicKey: publicKey.value })
  if (changed.ok) services.keys.adopt(profile, publicKey.value)
  return changed.ok ? viewMember(services, profile) : changed
}

export function listMembers(services: Services): MemberView[] {
  const members = [...(services.records.memberships()?.current.values() ?? [])]
  return members
    .map((member) => viewOf(services, member))
    .sort((left, right) => comparePersonNames(left.name, right.name))
}

function changeMember(services: Services, context: ClientContext, act: Act, change: Change): Outcome {
  const person = signedIn(services, context)
  if (!person.ok) return person
  // Asked first: who gave up being an owner, and did not hear the answer, is told that it is done.
  const repeated = findRepeat(services, person.value.id, act, change)
  if (repeated) return repeated
  const owner = signedInOwner(services, context)
  if (!owner.ok) return owner
  const profile = act.member
  const member = findMember(services, profile)
  const former = services.records.memberships()?.latestAbout(profile)[0]
  if (!member || !former) return fail(failure('member-unknown', { member: profile }))
  const publicKey = member.publicKey ?? former.record.publicKey
  const next = { publicKey, roles: member.roles, removed: member.removed, ...change }
  if (leavesNoOwner(services, profile, next)) return fail(failure('last-owner', {}))
  const signed = services.records.sign(owner.value.id, {
    ...services.records.base(owner.value.id, act.id),
    kind: 'membership',
    profile,
    name: member.name,
    ...next,
    replaces: former.hash,
    accepts: takesAway(member, next) ? services.records.signedBy(profile) : [],
  })
  return signed.ok ? viewMember(services, profile) : signed
}

/** The answer to an act that was signed before; an id that stands for something else is refused. */
function findRepeat(
  services: Services,
  signer: string,
  { id, member }: Act,
  change: Change,
): Outcome | undefined {
  const items = services.records.memberships()?.graph.items ?? []
  const earlier = items.find(({ record }) => record.id === id && record.signer === signer)?.record
  if (!earlier) return undefined
  const wanted = canonicalJson({ ...earlier, ...change, profile: member })
  return wanted === canonicalJson(earlier) ? viewMember(services, member) : fail(failure('id-taken', { id }))
}

export function signedInOwner(services: Services, context: ClientContext): Result<Person, Failure> {
  const person = signedIn(services, context)
  if (!person.ok) return person
  return person.value.roles.includes('owner') ? person : fail(failure('role-missing', { needs: ['owner'] }))
}

function leavesNoOwner(
  { records }: Services,
  profile: string,
  next: Readonly<{ roles: readonly Role[]; removed: boolean }>,
): boolean {
  if (next.roles.includes('owner') && !next.removed) return false
  return !records.people().some((person) => person.id !== profile && person.roles.includes('owner'))
}

function takesAway(member: Member, next: Readonly<Required<Change>>): boolean {
  const lost = member.roles.some((role) => !next.roles.includes(role))
  return lost || next.removed || next.publicKey !== member.publicKey
}

export function findMember(services: Services, profile: string): Member | undefined {
  return services.records.memberships()?.current.get(profile)
}

export function viewMember(services: Services, profile: string): Outcome {
  const member = findMember(services, profile)
  return member ? succeed(viewOf(services, member)) : fail(failure('member-unknown', { member: profile }))
}

function viewOf(services: Services, member: Member): MemberView {
  const { profile, name, roles, removed, publicKey } = member
  return {
    id: profile,
    name,
    roles: [...roles],
    publicKey: publicKey ?? '',
    since: memberSince(services, profile),
    removed,
    hasKey: services.keys.has(profile),
    hasNamesake: !removed && hasNamesake(services, member),
  }
}

function hasNamesake({ records }: Services, { profile, name }: Member): boolean {
  return records.people().some((person) => person.id !== profile && isSameName(person.name, name))
}

/** When the first record about a profile was signed, by its signer's clock: shown, never decided by. */
function memberSince(services: Services, profile: string): number {
  const records = services.records.memberships()?.graph.items ?? []
  const first = records.find((item) => item.record.profile === profile && item.record.replaces === null)
  return first?.record.at ?? 0
}

export function unique(roles: readonly Role[]): readonly Role[] {
  return [...new Set(roles)]
}
