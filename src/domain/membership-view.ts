import { latest, type RecordGraph } from './record-graph.ts'
import { rootSigner, type SignedMembership } from './records.ts'
import type { Role } from './roles.ts'

/** A profile as a set of membership records says it. */
export type Member = Readonly<{
  profile: string
  name: string
  /** Null when rival records give it different keys: then nobody can sign for it. */
  publicKey: string | null
  roles: readonly Role[]
  removed: boolean
  /** Rival records stand; the strictest reading holds until an owner signs a newer one. */
  conflict: boolean
}>

/** A power as it was used: to sign the record `hash` with a key, by any of the roles in `needs`. */
export type Use = Readonly<{
  hash: string
  profile: string
  publicKey: string | null
  needs: readonly Role[]
}>

/** Grounded membership records, closed under "known before", and the graph they stand in. */
export type MembershipSet = Readonly<{
  graph: RecordGraph<SignedMembership>
  records: readonly SignedMembership[]
}>

type Claim = Readonly<Pick<Member, 'name' | 'publicKey' | 'roles' | 'removed'>>

/** Any of the roles; when none is named, any role at all. */
export function holdsAny(held: readonly Role[], needs: readonly Role[]): boolean {
  return needs.length === 0 ? held.length > 0 : needs.some((role) => held.includes(role))
}

/** What a set of records says of a profile, read as strictly as the records allow. */
export function memberIn(set: MembershipSet, profile: string): Member | undefined {
  const ofProfile = about(set, profile)
  const heard = ofProfile.filter((item) => !silenced(set, ofProfile, item))
  const claims = latest(set.graph, heard).flatMap((head) => claimOf(set, heard, head) ?? [])
  const claim = claims.length > 0 ? claims.reduce(strictest) : undefined
  return claim && { profile, ...claim, conflict: !claims.every((other) => sameClaim(other, claim)) }
}

export function latestAbout(set: MembershipSet, profile: string): readonly SignedMembership[] {
  return latest(set.graph, about(set, profile))
}

/**
 * True when a record that the signer did not know (`known` holds those it did) took the power away, and neither
 * knew nor accepts this use of it. Without this, someone who was removed could sign on with an old view for ever.
 */
export function lostSince(set: MembershipSet, use: Use, known: ReadonlySet<string>): boolean {
  const ofSigner = about(set, use.profile)
  return ofSigner.some((item) => {
    if (item.hash === use.hash || known.has(item.hash) || silenced(set, ofSigner, item)) return false
    if (set.graph.before(item).hashes.has(use.hash)) return false
    const { removed, publicKey, roles, accepts } = item.record
    const takes = removed || publicKey !== use.publicKey || !holdsAny(roles, use.needs)
    return takes && !accepts.includes(use.hash)
  })
}

/** Whether what a grounded record gives counts: its signer still had the power to give. */
export function gives(set: MembershipSet, signed: SignedMembership): boolean {
  const { signer } = signed.record
  if (signer === rootSigner) return true
  const known = set.graph.before(signed).hashes
  const before = { graph: set.graph, records: set.records.filter((item) => known.has(item.hash)) }
  const publicKey = latestAbout(before, signer)[0]?.record.publicKey ?? null
  return !lostSince(set, { hash: signed.hash, profile: signer, publicKey, needs: ['owner'] }, known)
}

function about(set: MembershipSet, profile: string): readonly SignedMembership[] {
  return set.records.filter((item) => item.record.profile === profile)
}

/** The root spoke about this profile, and the record did not know of it. */
function silenced(
  set: MembershipSet,
  ofProfile: readonly SignedMembership[],
  item: SignedMembership,
): boolean {
  if (item.record.signer === rootSigner) return false
  const known = set.graph.before(item).hashes
  return ofProfile.some((other) => other.record.signer === rootSigner && !known.has(other.hash))
}

/** What a record says of its profile; where it may not give, no more than stood there before: maybe nothing. */
function claimOf(
  set: MembershipSet,
  ofProfile: readonly SignedMembership[],
  item: SignedMembership,
): Claim | undefined {
  if (gives(set, item)) return item.record
  const known = set.graph.before(item).hashes
  const earlier = ofProfile.filter((other) => known.has(other.hash))
  const former = latest(set.graph, earlier).flatMap((other) => claimOf(set, ofProfile, other) ?? [])
  return former.length > 0 ? strictest(former.reduce(strictest), item.record) : undefined
}

function strictest(left: Claim, right: Claim): Claim {
  return {
    name: left.name,
    publicKey: left.publicKey === right.publicKey ? left.publicKey : null,
    roles: left.roles.filter((role) => right.roles.includes(role)),
    removed: left.removed || right.removed,
  }
}

function sameClaim(left: Claim, right: Claim): boolean {
  const sameRoles =
    left.roles.length === right.roles.length && left.roles.every((role) => right.roles.includes(role))
  return sameRoles && left.publicKey === right.publicKey && left.removed === right.removed
}
