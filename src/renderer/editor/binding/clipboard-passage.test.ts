import { expect, test } from 'vitest'
import { parsePassage } from './clipboard-passage.ts'

const asset = 'ab'.repeat(32)

test('a passage comes back from the clipboard as it was put there', () => {
  const passage = {
    blocks: [
      { kind: 'paragraph', runs: [{ text: 'Hồ', marks: { bold: true, link: 'https://thainguyen.vn/' } }] },
      { kind: 'figure', runs: [{ text: 'Chú thích', marks: {} }], asset, alt: 'Hồ', credit: 'Ảnh: A' },
      { kind: 'bullet', runs: [], indent: 2 },
    ],
    opens: true,
    closes: false,
  }
  expect(parsePassage(JSON.stringify(passage))).toEqual(passage)
})

test('what is not exactly a passage is refused, and links that could do harm are dropped (SEC2)', () => {
  for (const text of ['', '{}', '[]', '{"blocks":[]}', '{"blocks":[{"kind":"script","runs":[]}]}']) {
    expect(parsePassage(text)).toBeUndefined()
  }
  const evil = {
    blocks: [{ kind: 'quote', runs: [{ text: 'x', marks: { link: 'javascript:alert(1)' } }], asset: '../x' }],
  }
  expect(parsePassage(JSON.stringify(evil))).toEqual({
    blocks: [{ kind: 'quote', runs: [{ text: 'x', marks: {} }] }],
    opens: false,
    closes: false,
  })
})
