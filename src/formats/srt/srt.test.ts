import { expect, test } from 'vitest'
import { plainCueText } from '#domain/cues/cue.ts'
import { cueEntries } from '#domain/cues/subtitle-file.ts'
import { tortureSrt } from '#tests/fixtures/subtitles/torture.ts'
import { readSrt } from './srt.ts'

const cuesOf = (text: string) => cueEntries(readSrt(text).file).map(({ cue }) => cue)

test('every cue of the torture file is there, with its number, its times and all its words', () => {
  const cues = cuesOf(tortureSrt.slice(1))
  expect(cues.map(({ id, start, end, text }) => [id, start, end, plainCueText(text)])).toEqual([
    ['1', 1000, 3500, 'Chợ phiên Đồng Văn\nhọp từ mờ sáng'],
    ['2', 4000, 5000, ''],
    ['3', 5250, 7000, 'Bà con xuống chợ\n\ntừ các bản xa'],
    ['', 7000, 9000, 'Đoạn này không có số'],
    ['4', 8500, 10000, 'Chồng giờ, có tọa độ'],
    ['4', 72500, 74750, '3 < 5 & a > b'],
    ['7', 20000, 18000, 'Giờ bị ngược\n5'],
    ['8', 369000000, 369002000, 'Quá trăm giờ chưa đóng'],
    ['9', 301200, 302200, 'Thiếu giờ mờ dần'],
    ['10', 360000, 361000, 'Thiếu dòng trống ở trên'],
    ['12', 480000, 480000, 'Mất giờ kết thúc'],
  ])
  expect(cues[2]?.place).toBe(8)
})

test('each problem is told with its line (SAFE3)', () => {
  expect(readSrt(tortureSrt.slice(1)).problems).toEqual([
    { line: 7, code: 'empty-cue' },
    { line: 11, code: 'times-unusual' },
    { line: 13, code: 'blank-line-inside' },
    { line: 16, code: 'number-missing' },
    { line: 20, code: 'overlap' },
    { line: 24, code: 'times-unusual' },
    { line: 24, code: 'number-repeated' },
    { line: 28, code: 'end-before-start' },
    { line: 28, code: 'out-of-order' },
    { line: 34, code: 'tag-unbalanced' },
    { line: 37, code: 'times-unusual' },
    { line: 37, code: 'out-of-order' },
    { line: 39, code: 'blank-line-missing' },
    { line: 40, code: 'out-of-order' },
    { line: 46, code: 'times-unreadable' },
    { line: 50, code: 'end-missing' },
    { line: 50, code: 'out-of-order' },
  ])
})

test('a file with a blank line after every line is read as it was meant', () => {
  const doubled = '1\n\n00:00:01,000 --> 00:00:02,000\n\nmột\n\n2\n\n00:00:03,000 --> 00:00:04,000\n\nhai\n\n'
  expect(cuesOf(doubled).map(({ id, text }) => [id, plainCueText(text)])).toEqual([
    ['1', 'một'],
    ['2', 'hai'],
  ])
})

test('arrows and spaces that translation programs break are times; an opening hour is text', () => {
  const text = '1\n00: 00: 01,000 -> 00: 00: 02,500\nMở cửa\n10:00 -> 11:30\nA --> B\n\n'
  const [cue, ...more] = cuesOf(text)
  expect(more).toEqual([])
  expect(cue).toMatchObject({ start: 1000, end: 2500 })
  expect(plainCueText(cue!.text)).toBe('Mở cửa\n10:00 -> 11:30\nA --> B')
})

test('tags that cross are read, and what nobody knows stays as text or as code', () => {
  const [cue] = cuesOf('1\n00:00:01,000 --> 00:00:02,000\n<b>a<I>b</B>c</i><u>{\\fs20}d</u> <3 {\\an7}')
  expect(cue).toMatchObject({ place: 7 })
  const shown = cue!.text.map((part) => [
    part.kind === 'text' ? part.text : part.kind,
    part.marks.map(({ kind }) => kind).join(),
  ])
  expect(shown).toEqual([
    ['a', 'bold'],
    ['b', 'bold,italic'],
    ['c', 'italic'],
    ['code', 'underline'],
    ['d', 'underline'],
    [' <3 ', ''],
  ])
})

test('text before the first cue, and a file cut in the middle of a line of times, lose nothing', () => {
  const text = 'Phụ đề: Tổ video\n\n1\n00:00:01,000 --> 00:00:02,000\nmột\n\n2\n00:00:03,000 --> 00:'
  const { file, problems } = readSrt(text)
  expect(file.entries.map(({ kind }) => kind)).toEqual(['unread', 'cue', 'cue'])
  expect(problems).toEqual([
    { line: 1, code: 'text-unplaced' },
    { line: 8, code: 'end-missing' },
    { line: 8, code: 'empty-cue' },
  ])
})
