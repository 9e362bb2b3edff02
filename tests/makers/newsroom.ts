import type { KeyObject } from 'node:crypto'
import { createHash } from 'node:crypto'
import { canonicalJson } from '#domain/canonical-json.ts'
import { judgeMemberships } from '#domain/membership.ts'
import { type JudgedRecord, judgeRecordSet } from '#domain/record-set.ts'
import {
  isMembership,
  type MembershipRecord,
  type NewsroomRecord,
  type RecordBase,
  rootSigner,
  type SignedRecord,
} from '#domain/records.ts'
import type { Role } from '#domain/roles.ts'
import { createKey, publicKeyOf, signText, verifySignature } from '#workspace/records/signature.ts'
import { sha256Hex } from '#workspace/store/sha256.ts'

/** A UUIDv7 that is the same on every run. */
export function makeId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `01930000-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`
}

/** A SHA-256 that stands for a text. */
export function makeHash(name: string): string {
  return sha256Hex(name)
}

/** What a test says of a record; the rest is filled in. `Record` is spread over the kinds. */
export type Draft = NewsroomRecord extends infer Kind
  ? Kind extends NewsroomRecord
    ? Omit<Kind, keyof RecordBase> & Partial<RecordBase>
    : never
  : never

export type MemberChange = Partial<
  Pick<MembershipRecord, 'roles' | 'removed' | 'publicKey' | 'accepts' | 'replaces' | 'memberships' | 'name'>
> & { by?: string; key?: KeyObject }

/** A newsroom with real keys: every record it makes is rightly signed unless the test says otherwise. */
export function makeNewsroom(name = 'Báo Thái Nguyên') {
  const root = createKey()
  const rootKey = publicKeyOf(root)
  const keys = new Map<string, KeyObject>([[rootSigner, root]])
  const records: SignedRecord[] = []
  let made = 0

  function current() {
    return judgeMemberships(records.filter(isMembership), rootKey, verifySignature)
  }

  function keyOf(profile: string): KeyObject {
    const key = keys.get(profile) ?? createKey()
    keys.set(profile, key)
    return key
  }

  /** Signs and keeps a record; `key` signs in the signer's name with another key. */
  function sign(by: string, draft: Draft, key: KeyObject = keyOf(by)): SignedRecord {
    made += 1
    const base: RecordBase = {
      schema: 1,
      id: makeId(`${name} record ${made}`),
      newsroom: rootKey,
      signer: by,
      at: 1_764_000_000_000 + made,
      memberships: current().heads,
    }
    const record = { ...base, ...draft } as NewsroomRecord
    const body = canonicalJson(record)
    const signed = { hash: sha256Hex(body), body, signature: signText(key, body), record }
    records.push(signed)
    return signed
  }

  /** Adds a member, or changes one as the present owner knows them. */
  function member(profile: string, roles: readonly Role[], change: MemberChange = {}): SignedRecord {
    const { by = owner, key, ...rest } = change
    const known = current()
    return sign(
      by,
      {
        kind: 'membership',
        profile,
        name: known.current.get(profile)?.name ?? profile.slice(-4),
        publicKey: publicKeyOf(keyOf(profile)),
        roles,
        removed: false,
        replaces: known.latestAbout(profile)[0]?.hash ?? null,
        accepts: [],
        ...rest,
      },
      key,
    )
  }

  const owner = makeId(`${name} owner`)
  const founding = member(owner, ['owner'], { by: rootSigner, name: 'Chủ bút' })
  return {
    owner,
    founding,
    rootKey,
    records,
    keyOf,
    keys,
    sign,
    member,
    current,
    judge: (values: readonly unknown[] = records, trusted: string | null = rootKey) =>
      judgeRecordSet(values, trusted, { sha256: sha256Hex, verify: verifySignature }),
  }
}

/** The verdict on one record of a set, in one word. */
export function verdictFor(judged: readonly JudgedRecord[], signed: SignedRecord): string {
  const verdict = judged.find((item) => item.hash === signed.hash)?.verdict
  if (!verdict) return 'absent'
  return verdict.kind === 'valid' ? 'valid' : `${verdict.kind}: ${verdict.problem}`
}
