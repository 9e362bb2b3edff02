import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentSchema, isReadable, minReader, raiseMinReader } from './schema.ts'

test('the schema a reader must know is the highest that any machine asked for', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  expect(minReader(one)).toBe(1)
  raiseMinReader(one, documentSchema + 2)
  raiseMinReader(other, documentSchema + 1)
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  raiseMinReader(other, 1)
  expect([minReader(one), minReader(other), isReadable(one)]).toEqual([
    documentSchema + 2,
    documentSchema + 2,
    false,
  ])
})
