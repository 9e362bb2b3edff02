import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentId } from '#domain/document-id.ts'
import { makeDesk } from '#tests/makers/desk.ts'
import { makeHash, makeId, makeNewsroom } from '#tests/makers/newsroom.ts'
import { makeClock, makeFolder } from '#tests/workspace/make-store.ts'
import { openKeyRing } from './key-ring.ts'
import { createKey, publicKeyOf, signText, verifySignature } from './signature.ts'

const an = makeId('An')
const binh = makeId('Bình')
const document: DocumentId = 'article:01930000-0000-7000-8000-000000000001'

/** A workspace that trusts a made newsroom and holds none of its records yet. */
function makeReceiver() {
  const room = makeNewsroom()
  const desk = makeDesk()
  desk.records.trustNewsroom({ name: 'Báo', rootKey: room.rootKey, confirmed: true }, [])
  const receive = (...values: unknown[]) => {
    const received = desk.records.receive(values)
    if (!received.ok) throw new Error(received.failure.code)
    return received.value
  }
  return { room, desk, receive }
}

function approvedText(room: ReturnType<typeof makeNewsroom>) {
  const text = { document, revision: makeHash('text'), note: '' }
  const submission = room.sign(an, { kind: 'submission', ...text, reached: {}, authors: [an], answers: [] })
  const answer = { submission: submission.hash, answers: [submission.hash] }
  return { submission, approval: room.sign(binh, { kind: 'approval', ...text, ...answer }) }
}

describe('records from outside', () => {
  it('wait for their memberships and then count', () => {
    const { room, desk, receive } = makeReceiver()
    const told: (string | null)[] = []
    desk.records.onChange((changed) => told.push(changed))
    const members = [room.founding, room.member(an, ['reporter']), room.member(binh, ['approver'])]
    const { submission, approval } = approvedText(room)
    receive(approval)
    receive(submission)
    expect(desk.records.workflowStateOf(document).state).toBe('draft')
    expect(desk.records.trustOf(document).problem(approval.hash)).toBe('membership-missing')
    told.length = 0
    receive(...members)
    expect(desk.records.workflowStateOf(document).state).toBe('approved')
    expect(told).toEqual([null, document])
  })

  it('are not kept out by a bad copy that came first', () => {
    const { room, desk, receive } = makeReceiver()
    const members = [room.founding, room.member(an, ['reporter']), room.member(binh, ['approver'])]
    const { submission, approval } = approvedText(room)
    receive({ ...approval, signature: '0'.repeat(128) })
    receive(...members, submission)
    expect(desk.records.workflowStateOf(document).state).toBe('inReview')
    expect(receive(approval).refused).toEqual([])
    expect(desk.records.workflowStateOf(document).state).toBe('approved')
    receive({ ...approval, signature: '0'.repeat(128) })
    expect(desk.records.workflowStateOf(document).state).toBe('approved')
  })

  it('are kept as evidence when a member signed what they may not', () => {
    const { room, desk, receive } = makeReceiver()
    receive(room.founding, room.member(an, ['reporter']), room.member(binh, ['editor']))
    const { submission, approval } = approvedText(room)
    expect(receive(submission, approval).refused).toEqual([])
    expect(desk.records.trustOf(document).problem(approval.hash)).toBe('role-missing')
    expect(desk.records.ofDocument(document)).toHaveLength(2)
  })

  it('are refused when nobody of this newsroom signed them', () => {
    const { room, desk, receive } = makeReceiver()
    const stranger = makeNewsroom('Báo khác')
    receive(room.founding)
    expect(receive(stranger.founding).refused).toMatchObject([{ problem: 'other-newsroom' }])
    const forged = room.member(an, ['owner'], { by: an })
    expect(receive(forged).refused).toMatchObject([{ problem: 'not-a-member' }])
    expect(desk.records.all()).toHaveLength(1)
  })
})

describe('a signature', () => {
  const key = createKey()

  it('holds for its text and key alone', () => {
    const signature = signText(key, 'Đã duyệt')
    expect(verifySignature(publicKeyOf(key), 'Đã duyệt', signature)).toBe(true)
    expect(verifySignature(publicKeyOf(key), 'Đã duyệt.', signature)).toBe(false)
    expect(verifySignature(publicKeyOf(createKey()), 'Đã duyệt', signature)).toBe(false)
  })

  it.each(['', 'noise', '0'.repeat(64), 'f'.repeat(64)])('holds for no key like “%s”', (publicKey) => {
    expect(verifySignature(publicKey, 'text', signText(key, 'text'))).toBe(false)
    expect(verifySignature(publicKeyOf(key), 'text', publicKey)).toBe(false)
  })
})

describe('wrong PINs', () => {
  it('are counted over restarts', async () => {
    const folder = makeFolder()
    const clock = makeClock()
    const open = () => openKeyRing(folder, clock, 2 ** 10)
    await open().create({ profile: an, name: 'An' }, '7294')
    for (const pin of ['1', '2', '3']) expect((await open().unlock('client', an, pin)).ok).toBe(false)
    const held = await open().unlock('client', an, '7294')
    expect(held).toMatchObject({ failure: { code: 'pin-wrong', facts: { waitSeconds: 5 } } })
    clock.move(5000)
    expect((await open().unlock('client', an, '7294')).ok).toBe(true)
  })

  it('are counted before they are tried: killing the process saves no attempt', async () => {
    const folder = makeFolder()
    const ring = openKeyRing(folder, makeClock(), 2 ** 14)
    await ring.create({ profile: an, name: 'An' }, '7294')
    let settled = false
    const trying = ring.unlock('client', an, '0').finally(() => {
      settled = true
    })
    await new Promise(setImmediate)
    expect(JSON.parse(readFileSync(join(folder, 'attempts.json'), 'utf8'))[an].failures).toBe(1)
    expect(settled).toBe(false)
    await trying
  })

  it('tried side by side wait for each other', async () => {
    const ring = openKeyRing(makeFolder(), makeClock(), 2 ** 10)
    await ring.create({ profile: an, name: 'An' }, '7294')
    const pins = ['1', '2', '3', '7294']
    const results = await Promise.all(pins.map((pin) => ring.unlock('client', an, pin)))
    expect(results.map((result) => result.ok)).toEqual([false, false, false, false])
  })

  it('do not lock anyone out for longer when the clock is set back', async () => {
    const clock = makeClock()
    const ring = openKeyRing(makeFolder(), clock, 2 ** 10)
    await ring.create({ profile: an, name: 'An' }, '7294')
    for (const pin of ['1', '2', '3']) await ring.unlock('client', an, pin)
    clock.move(-24 * 3600_000)
    expect(await ring.unlock('client', an, '7294')).toMatchObject({ failure: { facts: { waitSeconds: 5 } } })
    clock.move(5000)
    expect((await ring.unlock('client', an, '7294')).ok).toBe(true)
  })
})
