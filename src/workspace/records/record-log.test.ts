import { expect, test } from 'vitest'
import type { DocumentId } from '#domain/document-id.ts'
import { makeHash, makeId, makeNewsroom } from '#tests/makers/newsroom.ts'
import { makeClock, makeFolder, makeStore } from '#tests/workspace/make-store.ts'
import { openRecords } from './open-records.ts'

const document: DocumentId = 'article:01930000-0000-7000-8000-000000000001'
const text = { document, revision: makeHash('text'), note: '' }

/** A workspace that knows a made newsroom's people; what is reported and told is listed. */
function makeRecords() {
  const store = makeStore()
  const reported: unknown[] = []
  const { records } = openRecords({
    store,
    paths: { keys: makeFolder() },
    clock: makeClock(),
    contributions: () => [],
    reportBug: (error) => reported.push(error),
  })
  const room = makeNewsroom()
  records.trustNewsroom({ name: 'Báo', rootKey: room.rootKey, confirmed: true }, [])
  const an = makeId('An')
  room.member(an, ['reporter'])
  room.sign(an, { kind: 'submission', ...text, reached: {}, authors: [an], answers: [] })
  const receive = () => {
    const received = records.receive(room.records)
    if (!received.ok || received.value.refused.length > 0) throw new Error(JSON.stringify(received))
  }
  const told: (DocumentId | null)[] = []
  return { store, records, receive, told, reported }
}

test('records are told of when they are on disk, not inside a transaction that may still be taken back', () => {
  const { store, records, receive, told } = makeRecords()
  records.onChange((changed) => told.push(changed))
  const takenBack = () =>
    store.write(() => {
      receive()
      expect(told).toEqual([])
      throw new Error('taken back')
    })
  expect(takenBack).toThrow('taken back')
  expect(told).toEqual([])
  store.write(() => {
    receive()
    expect(records.ofDocument(document)).toEqual([])
    expect(records.workflowStateOf(document).state).toBe('draft')
    expect(told).toEqual([])
  })
  expect(told).toContain(document)
  expect(records.workflowStateOf(document).state).toBe('inReview')
})

test('a listener with a bug fails no stored record, keeps no other from hearing, and is reported', () => {
  const { records, receive, told, reported } = makeRecords()
  records.onChange(() => {
    throw new Error('a bug in a list')
  })
  records.onChange((changed) => told.push(changed))
  receive()
  expect(records.ofDocument(document)).toHaveLength(1)
  expect(told).toContain(document)
  expect(reported).toContainEqual(expect.objectContaining({ message: 'a bug in a list' }))
})
