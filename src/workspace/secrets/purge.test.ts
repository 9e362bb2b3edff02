import { expect, test } from 'vitest'
import type { Block } from '#domain/blocks.ts'
import { worthGivingBack } from './purge.ts'

function makeBlock(text: string): Block {
  return { id: 'b', kind: 'paragraph', runs: [{ text, marks: {} }] }
}

test('what was seen of a stamp while it was being typed is not given back', () => {
  expect(worthGivingBack(makeBlock('TU'), makeBlock('TUYỆT MẬT'))).toBeUndefined()
  expect(worthGivingBack(makeBlock('tuyet'), makeBlock('TUYỆT MẬT'))).toBeUndefined()
})

test('a text of its own is given back, also when the stamp was typed below it', () => {
  const own = makeBlock('Sáng 24/11 họp giao ban.')
  expect(worthGivingBack(own, makeBlock('TUYỆT MẬT'))).toBe(own)
  expect(worthGivingBack(own, makeBlock('Sáng 24/11 họp giao ban.\nTUYỆT MẬT'))).toBe(own)
})

test('what a purge gave back before it was killed stays when it is carried out again', () => {
  const own = makeBlock('Tít hiền lành')
  expect(worthGivingBack(own, own)).toBe(own)
})
