import { describe, expect, it } from 'vitest'
import { makeHash, makeId, makeNewsroom } from '#tests/makers/newsroom.ts'
import { sha256Hex } from '#workspace/store/sha256.ts'
import { canonicalJson } from './canonical-json.ts'
import { parseSignedRecord } from './record-schema.ts'

const room = makeNewsroom()
const signed = room.member(makeId('An'), ['reporter'])
const { hash, body, signature } = signed

function refused(change: Partial<Record<'hash' | 'body' | 'signature', unknown>>): boolean {
  return !parseSignedRecord({ hash, body, signature, ...change }, sha256Hex).ok
}

/** A changed body with the hash that belongs to it: only its content can be wrong. */
function refusedBody(text: string): boolean {
  return refused({ body: text, hash: sha256Hex(text) })
}

describe('a record from outside', () => {
  it('is read from its body alone', () => {
    const parsed = parseSignedRecord({ hash, body, signature, record: { kind: 'approval' } }, sha256Hex)
    expect(parsed).toEqual({ ok: true, value: signed })
  })

  it('is refused when its hash is that of another body', () => {
    expect(refused({ hash: makeHash('another') })).toBe(true)
    expect(refused({ body: `${body} ` })).toBe(true)
  })

  it('is refused unless its body is the one canonical way to write it', () => {
    expect(refusedBody(JSON.stringify(JSON.parse(body), null, 1))).toBe(true)
    expect(refusedBody(body.replace('{', '{"at":1,'))).toBe(true)
    expect(refusedBody(body.replace('"removed":false', '"removed":false,"removed":true'))).toBe(true)
    expect(refusedBody(body)).toBe(false)
  })

  it('is refused with a field too many, one too few, or one of another kind', () => {
    const record = JSON.parse(body)
    const { accepts: _, ...without } = record
    expect(refusedBody(canonicalJson({ ...record, admin: true }))).toBe(true)
    expect(refusedBody(canonicalJson(without))).toBe(true)
    expect(refusedBody(canonicalJson({ ...record, roles: ['emperor'] }))).toBe(true)
    expect(refusedBody(canonicalJson({ ...record, schema: 2 }))).toBe(true)
    expect(refusedBody(canonicalJson({ ...record, profile: 'root' }))).toBe(true)
  })

  it.each([null, 'noise', 7, [], {}, { hash, body }, { hash, body: '{', signature }])(
    'is refused without a throw when it is %j',
    (value) => {
      expect(parseSignedRecord(value, sha256Hex).ok).toBe(false)
    },
  )

  it('is refused when it hides a prototype in its numbers', () => {
    const submission = room.sign(room.owner, {
      kind: 'submission',
      document: 'article:1',
      revision: makeHash('text'),
      reached: { laptop: 1 },
      authors: [],
      note: '',
      answers: [],
    })
    const hostile = submission.body.replace('{"laptop":1}', '{"__proto__":{"laptop":1},"laptop":1}')
    expect(hostile).not.toBe(submission.body)
    expect(refusedBody(hostile)).toBe(true)
  })
})
