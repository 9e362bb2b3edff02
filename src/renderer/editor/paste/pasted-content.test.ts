import { expect, test } from 'vitest'
import { type Clipboard, isPictureFile, readClipboard, textsOf } from './pasted-content.ts'

const empty: Clipboard = { own: '', html: '', text: '', files: [] }
const picture = new File([new Uint8Array(3)], 'image.png', { type: 'image/png' })

test('the text of a Word paste wins over the picture of it that Word adds', () => {
  const content = readClipboard(
    { ...empty, html: '<p>Thái Nguyên</p>', text: 'Thái Nguyên', files: [picture] },
    false,
  )
  expect(content).toMatchObject({ kind: 'blocks', blocks: [{ kind: 'paragraph' }] })
})

test('a picture copied from a page comes as its file', () => {
  const html = '<img src="https://example.org/a.png">'
  expect(readClipboard({ ...empty, html, files: [picture] }, false).kind).toBe('pictures')
})

test('pasting without formatting takes the words alone', () => {
  const content = readClipboard({ ...empty, html: '<p><b>Đậm</b></p>', text: 'Đậm' }, true)
  expect(content).toMatchObject({ blocks: [{ runs: [{ text: 'Đậm', marks: {} }] }] })
})

test('lines of a Zalo chat become paragraphs, and an empty clipboard is nothing', () => {
  const content = readClipboard({ ...empty, text: 'Một\n\nHai' }, false)
  expect(content.kind === 'blocks' && content.blocks.length).toBe(2)
  expect(readClipboard({ ...empty, text: ' \n ' }, false).kind).toBe('nothing')
})

test('every word of a paste is judged, captions and credits too (SEC1)', () => {
  expect(textsOf([{ runs: [{ text: 'Chú thích', marks: {} }], alt: 'Mô tả', credit: 'TỐI MẬT' }])).toEqual([
    'Chú thích',
    'Mô tả',
    'TỐI MẬT',
  ])
})

test('a HEIC photo is a picture even where the system does not know its type', () => {
  expect(isPictureFile({ type: '', name: 'IMG_0412.HEIC' })).toBe(true)
  expect(isPictureFile({ type: 'application/pdf', name: 'a.pdf' })).toBe(false)
})
