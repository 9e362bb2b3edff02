import { expect, test } from 'vitest'
import { retypeRuns } from './retyped-runs.ts'

const bold = { bold: true } as const
const runs = [
  { text: 'Mưa ', marks: {} },
  { text: '212 mm', marks: bold },
  { text: ' tại Võ Nhai.', marks: {} },
]

test.each([
  ['a word beside the bold ones', 'Mưa lớn 212 mm tại Võ Nhai.', ['Mưa lớn ', '212 mm', ' tại Võ Nhai.']],
  ['a digit among the bold ones', 'Mưa 2122 mm tại Võ Nhai.', ['Mưa ', '2122 mm', ' tại Võ Nhai.']],
  ['words at the end', 'Mưa 212 mm tại Võ Nhai, Chợ Mới.', ['Mưa ', '212 mm', ' tại Võ Nhai, Chợ Mới.']],
  ['the bold ones away', 'Mưa  tại Võ Nhai.', ['Mưa  tại Võ Nhai.']],
])('typing %s keeps the marks of the rest', (_, text, parts) => {
  expect(retypeRuns(runs, text).map((run) => run.text)).toEqual(parts)
})

test('the text is what was typed, whatever it was before', () => {
  for (const text of ['', 'Tít', '𝒜 mưa', 'Mưa 212 mm tại Võ Nhai.Mưa 212 mm tại Võ Nhai.']) {
    const typed = retypeRuns(runs, text)
    expect(typed.map((run) => run.text).join('')).toBe(text)
  }
  expect(retypeRuns([], 'Tít')).toEqual([{ text: 'Tít', marks: {} }])
})
