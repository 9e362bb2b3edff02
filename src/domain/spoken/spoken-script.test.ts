import { expect, test } from 'vitest'
import abbreviations from '#resources/spoken/abbreviations.json' with { type: 'json' }
import { countSyllables, readingPace, readingPauses } from './duration.ts'
import { spokenScript } from './spoken-script.ts'

test('a script takes the time of its syllables and of its pauses', () => {
  const { paragraphs, seconds, notes } = spokenScript(
    [
      { id: 'a', text: 'Có 86 gian hàng. Mời bà con đến xem.' },
      { id: '', text: '  ' },
      { id: 'b', text: 'Xin cảm ơn.' },
    ],
    'vi',
    { pace: 2 },
  )
  expect(paragraphs.map(({ text }) => text)).toEqual([
    'Có tám mươi sáu gian hàng. Mời bà con đến xem.',
    'Xin cảm ơn.',
  ])
  const spoken = 11 / 2 + readingPauses.sentence + 3 / 2
  expect(seconds).toBeCloseTo(spoken + readingPauses.paragraph, 6)
  expect(notes).toEqual([])
})

test('syllables are counted as they are said', () => {
  expect(countSyllables('hai ki-lô-mét')).toBe(4)
  expect(countSyllables('nghiêng khuya Nguyễn')).toBe(3)
  expect(countSyllables('video karaoke 茶园')).toBe(2 + 3 + 2)
})

test('a pace out of bounds is brought back', () => {
  expect(spokenScript([], 'vi', { pace: 100 }).pace).toBe(readingPace.maximum)
})

test('a note names its paragraph, its place and what is written there', () => {
  const { notes } = spokenScript([{ id: 'a', text: 'Có 2/3 ở P. Tân An' }], 'vi')
  expect(notes.map(({ kind, paragraph, source, written }) => [kind, paragraph, source, written])).toEqual([
    ['choice', 'a', { start: 3, end: 6 }, '2/3'],
    ['choice', 'a', { start: 9, end: 11 }, 'P.'],
  ])
})

test('another language stands as it is, with a note', () => {
  const script = spokenScript([{ id: 'a', text: '86 stalls' }], 'en')
  expect(script.paragraphs[0]?.text).toBe('86 stalls')
  expect(script.notes).toMatchObject([{ kind: 'unread', language: 'en' }])
})

test('every abbreviation says where its reading comes from and says no digit', () => {
  const written = abbreviations.entries.map((entry) => entry.written)
  expect(new Set(written).size).toBe(written.length)
  for (const { spoken, source } of abbreviations.entries) {
    expect(source).not.toBe('')
    expect(spoken.join(' ')).not.toMatch(/\p{N}/u)
  }
})
