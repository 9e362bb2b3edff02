import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeId, makeNewsroom, verdictFor } from '#tests/makers/newsroom.ts'
import { createKey, publicKeyOf } from '#workspace/records/signature.ts'
import { rootSigner } from './records.ts'

const an = makeId('An')
const binh = makeId('Bình')
const chi = makeId('Chi')

function rolesOf(room: ReturnType<typeof makeNewsroom>, profile: string) {
  return room.current().current.get(profile)?.roles
}

describe('who belongs to a newsroom', () => {
  it('is what the root, and then its owners, signed (TRUST1)', () => {
    const room = makeNewsroom()
    const added = room.member(an, ['reporter', 'editor'])
    expect(room.judge().ok).toBe(true)
    expect(verdictFor(room.judge().records, added)).toBe('valid')
    expect(rolesOf(room, an)).toEqual(['reporter', 'editor'])
  })

  it('gives nothing to who makes themselves a member', () => {
    const room = makeNewsroom()
    const forged = room.member(an, ['owner'], { by: an })
    expect(verdictFor(room.judge().records, forged)).toBe('invalid: not-a-member')
    expect(room.current().current.has(an)).toBe(false)
  })

  it('gives nothing to a member who gives themselves a role', () => {
    const room = makeNewsroom()
    room.member(an, ['reporter'])
    const forged = room.member(an, ['reporter', 'approver', 'owner'], { by: an })
    expect(verdictFor(room.judge().records, forged)).toBe('invalid: role-missing')
    expect(rolesOf(room, an)).toEqual(['reporter'])
  })

  it('does not take an owner at their word when another key signed', () => {
    const room = makeNewsroom()
    const forged = room.member(an, ['approver'], { key: createKey() })
    expect(verdictFor(room.judge().records, forged)).toBe('invalid: signature-wrong')
    expect(room.current().current.has(an)).toBe(false)
  })

  it('does not take the root at its word when another key signed', () => {
    const room = makeNewsroom()
    const forged = room.member(an, ['owner'], { by: rootSigner, key: createKey() })
    expect(verdictFor(room.judge().records, forged)).toBe('invalid: signature-wrong')
  })

  it('is unknown without a trusted root, and with another newsroom’s root (TRUST8)', () => {
    const room = makeNewsroom()
    const other = makeNewsroom('Báo Lạng Sơn')
    const untrusted = room.judge(room.records, null)
    expect(untrusted.ok).toBe(false)
    expect(verdictFor(untrusted.records, room.founding)).toBe('unknownSigner: root-untrusted')
    expect(verdictFor(room.judge(room.records, other.rootKey).records, room.founding)).toBe(
      'unknownSigner: other-newsroom',
    )
  })

  it('waits for records that are named and not at hand', () => {
    const room = makeNewsroom()
    const added = room.member(an, ['editor'])
    const alone = room.judge([added])
    expect(verdictFor(alone.records, added)).toBe('unknownSigner: membership-missing')
  })

  it('refuses a record that claims to replace what it did not know', () => {
    const room = makeNewsroom()
    room.member(an, ['editor'])
    const forged = room.member(an, ['editor', 'head'], { replaces: null })
    expect(verdictFor(room.judge().records, forged)).toBe('invalid: membership-wrong')
  })
})

describe('rivals', () => {
  it('are read strictly: common roles, and a conflict until an owner settles it (TRUST3)', () => {
    const room = makeNewsroom()
    const first = room.member(an, ['reporter'])
    const known = { memberships: [first.hash], replaces: first.hash }
    room.member(an, ['reporter', 'editor', 'head'], known)
    room.member(an, ['reporter', 'editor', 'approver'], known)
    expect(room.current().current.get(an)).toMatchObject({ roles: ['reporter', 'editor'], conflict: true })
    room.member(an, ['approver'])
    expect(room.current().current.get(an)).toMatchObject({ roles: ['approver'], conflict: false })
  })

  it('leave a member out when one of them does', () => {
    const room = makeNewsroom()
    const first = room.member(an, ['reporter'])
    const known = { memberships: [first.hash], replaces: first.hash }
    room.member(an, ['reporter', 'head'], known)
    room.member(an, [], { ...known, removed: true })
    expect(room.current().current.get(an)).toMatchObject({ removed: true, roles: [] })
  })

  it('leave nobody a key when they name different ones', () => {
    const room = makeNewsroom()
    const first = room.member(an, ['reporter'])
    const known = { memberships: [first.hash], replaces: first.hash }
    room.member(an, ['reporter'], { ...known, publicKey: publicKeyOf(createKey()) })
    room.member(an, ['reporter', 'editor'], known)
    expect(room.current().current.get(an)?.publicKey).toBeNull()
  })

  it('who remove each other are both out, and the root settles it (TRUST4)', () => {
    const room = makeNewsroom()
    const second = room.member(an, ['owner'])
    const known = [second.hash]
    room.member(an, [], { memberships: known, replaces: second.hash, removed: true })
    room.member(room.owner, [], {
      by: an,
      memberships: known,
      replaces: room.founding.hash,
      removed: true,
    })
    expect(room.current().current.get(an)?.removed).toBe(true)
    expect(room.current().current.get(room.owner)?.removed).toBe(true)
    room.member(room.owner, ['owner'], { by: rootSigner })
    expect(room.current().current.get(room.owner)).toMatchObject({ removed: false, roles: ['owner'] })
  })
})

describe('an owner who was removed', () => {
  function removedOwner() {
    const room = makeNewsroom()
    const former = room.member(an, ['owner'])
    room.member(binh, ['reporter'])
    const before = room.current().heads
    const removal = room.member(an, [], { removed: true })
    return { room, former, before, removal }
  }

  it('cannot backdate a new member (TRUST2)', () => {
    const { room, before } = removedOwner()
    const late = room.member(chi, ['owner'], { by: an, memberships: before, replaces: null })
    expect(verdictFor(room.judge().records, late)).toBe('invalid: superseded')
    expect(room.current().current.has(chi)).toBe(false)
  })

  it('cannot backdate a role for an accomplice', () => {
    const { room, before } = removedOwner()
    room.member(binh, ['reporter', 'owner', 'approver'], { by: an, memberships: before })
    expect(rolesOf(room, binh)).toEqual(['reporter'])
  })

  it('keeps those they added that the removal knew of', () => {
    const room = makeNewsroom()
    room.member(an, ['owner'])
    const added = room.member(chi, ['editor'], { by: an })
    room.member(an, [], { removed: true })
    expect(verdictFor(room.judge().records, added)).toBe('valid')
    expect(rolesOf(room, chi)).toEqual(['editor'])
  })

  it('cannot sign as one who knows of the removal', () => {
    const { room } = removedOwner()
    const late = room.member(chi, ['editor'], { by: an })
    expect(verdictFor(room.judge().records, late)).toBe('invalid: signer-removed')
  })
})

describe('an owner who steps back', () => {
  it('may take the own role away, and what they signed before still counts', () => {
    const room = makeNewsroom()
    room.member(an, ['owner'])
    const added = room.member(binh, ['editor'])
    const step = room.member(room.owner, ['editor'], { by: room.owner })
    expect(verdictFor(room.judge().records, step)).toBe('valid')
    expect(verdictFor(room.judge().records, added)).toBe('valid')
    expect(rolesOf(room, room.owner)).toEqual(['editor'])
  })
})

it('says the same of the same records in whatever order they come', () => {
  const room = makeNewsroom()
  const first = room.member(an, ['owner'])
  const known = [first.hash]
  room.member(binh, ['reporter'], { by: an })
  room.member(binh, ['editor'], { memberships: known, replaces: null })
  room.member(an, [], { memberships: known, replaces: first.hash, removed: true })
  room.member(chi, ['approver'], { by: an, memberships: known })
  room.member(chi, ['owner'], { by: chi })
  const expected = outcome(room.records)
  fc.assert(
    fc.property(fc.shuffledSubarray(room.records, { minLength: room.records.length }), (shuffled) => {
      expect(outcome(shuffled)).toEqual(expected)
    }),
    { numRuns: 60 },
  )

  function outcome(records: readonly unknown[]) {
    const { memberships, records: judged } = room.judge(records)
    const verdicts = judged.map((item) => [item.hash, item.verdict] as const)
    return { members: memberships.current, verdicts: new Map(verdicts) }
  }
})
