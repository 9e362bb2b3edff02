import { expect, test } from 'vitest'
import { passageOf } from './passage.ts'

const text = (kind: 'paragraph' | 'heading') => ({ kind, runs: [{ text: 'a', marks: {} }] })

test('one paragraph flows into the text around it', () => {
  expect(passageOf([text('paragraph')], true)).toMatchObject({ opens: false, closes: false })
})

test('the first of several paragraphs runs on with what stands before the caret', () => {
  const two = [text('paragraph'), text('paragraph')]
  expect(passageOf(two, false)).toMatchObject({ opens: false, closes: false })
  expect(passageOf(two, true)).toMatchObject({ opens: true, closes: false })
})

test('a heading stays a block of its own', () => {
  expect(passageOf([text('heading')], false)).toMatchObject({ opens: true, closes: true })
})
