import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeHash, makeId, makeNewsroom, verdictFor } from '#tests/makers/newsroom.ts'
import { createKey, publicKeyOf, signText } from '#workspace/records/signature.ts'
import type { SignedRecord } from './records.ts'

const an = makeId('An')
const binh = makeId('Bình')
const document = 'article:01930000-0000-7000-8000-000000000001'

/** The records of a package: an approval and all it rests on. */
function makeProof() {
  const room = makeNewsroom()
  room.member(an, ['reporter'])
  room.member(binh, ['approver'])
  const text = { document, revision: makeHash('text'), note: '' }
  const submission = room.sign(an, {
    kind: 'submission',
    ...text,
    reached: { laptop: 3 },
    authors: [an],
    answers: [],
  })
  const approval = room.sign(binh, {
    kind: 'approval',
    ...text,
    submission: submission.hash,
    answers: [submission.hash],
  })
  return { room, submission, approval }
}

function wire({ hash, body, signature }: SignedRecord) {
  return { hash, body, signature }
}

describe('the records of a package', () => {
  it('prove an approval to whoever trusts the root', () => {
    const { room } = makeProof()
    const judged = room.judge(room.records.map(wire))
    expect(judged.ok).toBe(true)
    expect(judged.documents.get(document)?.standing.approved?.submission.record.revision).toBe(
      makeHash('text'),
    )
  })

  it('are intact and of unknown signers without a trusted root, which is a failure', () => {
    const { room, approval } = makeProof()
    const judged = room.judge(room.records.map(wire), null)
    expect(judged.ok).toBe(false)
    expect(verdictFor(judged.records, approval)).toBe('unknownSigner: root-untrusted')
  })

  it('prove nothing under a newsroom that someone made up', () => {
    const { room, approval } = makeProof()
    const forger = makeNewsroom('Báo giả')
    const judged = room.judge(room.records.map(wire), forger.rootKey)
    expect(judged.ok).toBe(false)
    expect(verdictFor(judged.records, approval)).toBe('unknownSigner: other-newsroom')
    expect(judged.documents.get(document)?.standing.approved).toBeNull()
  })

  it('prove nothing when one that the others rest on is left out', () => {
    const { room, approval } = makeProof()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: room.records.length - 1 }), (left) => {
        const rest = room.records.filter((_, index) => index !== left).map(wire)
        const judged = room.judge(rest)
        const complete = judged.ok && judged.documents.get(document)?.standing.approved
        expect(complete && verdictFor(judged.records, approval) === 'valid').toBeFalsy()
      }),
    )
  })

  it('prove nothing when any character of any of them is another', () => {
    const { room } = makeProof()
    fc.assert(
      fc.property(
        fc.nat(room.records.length - 1),
        fc.nat(),
        fc.constantFrom('0', '9', 'a'),
        (which, at, character) => {
          const changed = room.records.map(wire)
          const { body = '', ...rest } = changed[which] ?? {}
          const position = at % body.length
          if (body[position] === character) return
          changed[which] = {
            ...rest,
            body: body.slice(0, position) + character + body.slice(position + 1),
          } as never
          const judged = room.judge(changed)
          expect(judged.ok).toBe(false)
          expect(judged.records.some((item) => item.verdict.kind === 'invalid')).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('say the same when one comes twice, rightly signed and not, in either order', () => {
    const { room, approval } = makeProof()
    const forged = { ...wire(approval), signature: 'f'.repeat(128) }
    const records = room.records.map(wire)
    const before = room.judge([forged, ...records])
    const after = room.judge([...records, forged])
    expect(before.ok).toBe(false)
    expect(after.ok).toBe(false)
    expect(after.documents.get(document)?.standing).toEqual(before.documents.get(document)?.standing)
  })

  it.each([
    ['smaller', '0'],
    ['greater', 'f'],
  ])('TRUST9: hold in spite of a bad copy of any of them whose signature is %s', (_, digit) => {
    const { room } = makeProof()
    const { standing } = room.judge(room.records.map(wire)).documents.get(document)!
    for (const copied of room.records) {
      const forged = { ...wire(copied), signature: digit.repeat(128) }
      const judged = room.judge([forged, ...room.records.map(wire)])
      const [first, ...genuine] = judged.records.map(({ verdict }) => verdict)
      expect(first).toEqual({ kind: 'invalid', problem: 'signature-wrong' })
      expect(genuine.every(({ kind }) => kind === 'valid')).toBe(true)
      expect(judged.documents.get(document)?.standing).toEqual(standing)
    }
  })

  it('TRUST9: hold when the bad copy is rightly signed by a key that a forged membership names', () => {
    const { room, approval } = makeProof()
    const { standing } = room.judge(room.records.map(wire)).documents.get(document)!
    const forger = createKey()
    const named = room.member(binh, ['approver'], { by: binh, key: forger, publicKey: publicKeyOf(forger) })
    const forged = { ...wire(approval), signature: signText(forger, approval.body) }
    for (const values of [
      [forged, ...room.records.map(wire)],
      [...room.records.map(wire), forged],
    ]) {
      const judged = room.judge(values)
      expect(verdictFor(judged.records, named)).toMatch(/^invalid/)
      expect(judged.documents.get(document)?.standing).toEqual(standing)
    }
  })
})
