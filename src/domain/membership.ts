import {
  gives,
  holdsAny,
  latestAbout,
  lostSince,
  type Member,
  type MembershipSet,
  memberIn,
} from './membership-view.ts'
import { latest, type RecordGraph, recordGraph } from './record-graph.ts'
import { rootSigner, type SignedMembership, type SignedRecord, type SignedStatement } from './records.ts'
import type { Role } from './roles.ts'
import type { TrustProblem, VerifySignature } from './trust.ts'

/** One newsroom's memberships, as far as they lead back to its root key. */
export type Memberships = Readonly<{
  rootKey: string
  graph: RecordGraph<SignedMembership>
  /** Who belongs to the newsroom by all records at hand, by profile. */
  current: ReadonlyMap<string, Member>
  /** The counting records that no other follows: what a new record names as known. */
  heads: readonly string[]
  /** The counting records about a profile that no other about it follows. */
  latestAbout(profile: string): readonly SignedMembership[]
  /** Why a membership record does not count, or null. */
  problem(signed: SignedMembership): TrustProblem | null
  /** Why a statement's signer could not sign it, by any role in `needs` (empty: any role at all), or null. */
  signerProblem(signed: SignedStatement, needs: readonly Role[]): TrustProblem | null
  /** The membership records that a record rests on, up to the root's. */
  chain(signed: SignedRecord): readonly SignedMembership[]
}>

/**
 * Judges all membership records of a newsroom (DESIGN §4, trust). The outcome depends on the set alone, never
 * on its order. The rules (docs/rules/trust.md has the reasons):
 * - TRUST1: a record counts when its signer was an owner by the records it names; the root always may sign;
 * - TRUST2: what it takes away counts then. What it gives does not, if its signer lost the power to give in a
 *   record it did not know and that does not accept it: who was removed cannot backdate a gift;
 * - TRUST3: rivals on one profile are read strictly: common roles, common key, removed if any says so;
 * - TRUST4: what the root signs about a profile silences all that did not know of it: the way out of a quarrel.
 */
export function judgeMemberships(
  records: readonly SignedMembership[],
  rootKey: string,
  verify: VerifySignature,
): Memberships {
  const graph = recordGraph(records, namedBy)
  const problems = judgeAll(graph, rootKey, verify)
  const all: MembershipSet = { graph, records: graph.items.filter((item) => problems.get(item) === null) }
  const heads = latest(graph, all.records).map((item) => item.hash)
  const memberAt = membersByKnowledge(graph, problems)

  function signerProblem(signed: SignedStatement, needs: readonly Role[]): TrustProblem | null {
    const { newsroom, memberships, signer } = signed.record
    if (newsroom !== rootKey) return 'other-newsroom'
    const known = graph.upTo(memberships)
    if (!known.complete) return 'membership-missing'
    const member = memberAt(memberships, signer)
    const problem = memberProblem(member, signed, needs, verify)
    if (problem || !member) return problem
    const use = { hash: signed.hash, profile: signer, publicKey: member.publicKey, needs }
    return lostSince(all, use, known.hashes) ? 'superseded' : null
  }

  return {
    rootKey,
    graph,
    current: membersOf(all),
    heads,
    latestAbout: (profile) => latestAbout(all, profile),
    problem: (signed) => problems.get(signed) ?? (gives(all, signed) ? null : 'superseded'),
    signerProblem,
    chain: (signed) => {
      const { hashes } = graph.upTo(signed.record.memberships)
      return graph.items.filter((item) => hashes.has(item.hash))
    },
  }
}

type Problems = ReadonlyMap<SignedMembership, TrustProblem | null>

/** TRUST1 for each record, those it knew first: each is judged by what stands before it alone. */
function judgeAll(graph: RecordGraph<SignedMembership>, rootKey: string, verify: VerifySignature): Problems {
  const problems = new Map<SignedMembership, TrustProblem | null>()
  const memberAt = membersByKnowledge(graph, problems)
  const oldestFirst = [...graph.items].sort(
    (left, right) => graph.before(left).hashes.size - graph.before(right).hashes.size,
  )
  for (const item of oldestFirst) problems.set(item, findProblem(item))
  return problems

  function findProblem(signed: SignedMembership): TrustProblem | null {
    const { newsroom, signer, memberships } = signed.record
    if (newsroom !== rootKey) return 'other-newsroom'
    const before = graph.before(signed)
    if (!before.complete) return 'membership-missing'
    const known = { graph, records: grounded(graph, problems, before.hashes) }
    if (!replacesRightly(known, signed)) return 'membership-wrong'
    if (signer !== rootSigner) return memberProblem(memberAt(memberships, signer), signed, ['owner'], verify)
    return verify(rootKey, signed.body, signed.signature) ? null : 'signature-wrong'
  }
}

function namedBy(signed: SignedMembership): readonly string[] {
  const { memberships, replaces } = signed.record
  return replaces === null ? memberships : [...memberships, replaces]
}

function grounded(
  graph: RecordGraph<SignedMembership>,
  problems: Problems,
  hashes: ReadonlySet<string>,
): readonly SignedMembership[] {
  return graph.items.filter((item) => hashes.has(item.hash) && problems.get(item) === null)
}

/** Answers who a profile was by the records named; most records name the same ones, so answers are kept. */
function membersByKnowledge(graph: RecordGraph<SignedMembership>, problems: Problems) {
  const answers = new Map<string, Member | undefined>()
  return (named: readonly string[], profile: string): Member | undefined => {
    const key = [profile, ...named].join()
    if (answers.has(key)) return answers.get(key)
    const records = grounded(graph, problems, graph.upTo(named).hashes)
    const member = memberIn({ graph, records }, profile)
    answers.set(key, member)
    return member
  }
}

function membersOf(set: MembershipSet): ReadonlyMap<string, Member> {
  const profiles = [...new Set(set.records.map((item) => item.record.profile))].sort()
  return new Map(
    profiles.flatMap((profile) => {
      const member = memberIn(set, profile)
      return member ? [[profile, member] as const] : []
    }),
  )
}

function replacesRightly(known: MembershipSet, signed: SignedMembership): boolean {
  const former = latestAbout(known, signed.record.profile).map((item) => item.hash)
  const { replaces } = signed.record
  return replaces === null ? former.length === 0 : former.includes(replaces)
}

function memberProblem(
  signer: Member | undefined,
  signed: SignedStatement,
  needs: readonly Role[],
  verify: VerifySignature,
): TrustProblem | null {
  if (!signer) return 'not-a-member'
  if (signer.publicKey === null) return 'key-conflict'
  if (!verify(signer.publicKey, signed.body, signed.signature)) return 'signature-wrong'
  if (signer.removed) return 'signer-removed'
  return holdsAny(signer.roles, needs) ? null : 'role-missing'
}
