import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { createReading } from './reading.ts'

test('a document is read once until it changes, by whomever', () => {
  let reads = 0
  const read = createReading((doc) => {
    reads += 1
    return doc.getText('t').toString()
  })
  const [doc, other] = [new Y.Doc(), new Y.Doc()]
  doc.getText('t').insert(0, 'trà')
  expect([read(doc), read(doc), reads]).toEqual(['trà', 'trà', 1])
  other.getText('t').insert(0, 'chè ')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(read(doc)).toHaveLength('chè trà'.length)
  expect([read(other), reads]).toEqual(['chè ', 3])
})

test('what was read at the beginning of a change is read anew behind it', () => {
  const read = createReading((doc) => doc.getText('t').toString())
  const doc = new Y.Doc()
  doc.transact(() => {
    expect(read(doc)).toBe('')
    doc.getText('t').insert(0, 'trà')
  })
  expect(read(doc)).toBe('trà')
})
