import { expect, test } from 'vitest'
import { plainCueText } from '#domain/cues/cue.ts'
import { cueEntries } from '#domain/cues/subtitle-file.ts'
import { tortureWebVtt } from '#tests/fixtures/subtitles/torture.ts'
import { readWebVtt } from './webvtt.ts'

const cuesOf = (text: string) => cueEntries(readWebVtt(text).file).map(({ cue }) => cue)

test('every cue of the torture file is there, with its name, its times and all its words', () => {
  expect(
    cuesOf(tortureWebVtt).map(({ id, start, end, text, place }) => [
      id,
      start,
      end,
      place,
      plainCueText(text),
    ]),
  ).toEqual([
    ['mở đầu', 1000, 3500, 1, 'Kính chào quý vị & các bạn'],
    ['2', 3500, 5000, 8, 'Chợ phiên'],
    ['', 5000, 6000, 2, ''],
    ['4', 6000, 8000, 1, 'Market day 1 < 2\u00a0km'],
    ['4', 3607000, 3609000, 2, '市場シジョウ đông lạ\ndòng hai\n\nsau dòng trống'],
    ['', 442800000, 442801000, 2, 'Quá trăm giờ'],
  ])
})

test('what is no cue is kept by its kind, and each problem is told with its line (SAFE3)', () => {
  const { file, problems } = readWebVtt(tortureWebVtt)
  expect(file.entries.map(({ kind, line }) => `${line} ${kind}`)).toEqual([
    '1 header',
    '5 style',
    '8 region',
    '14 note',
    '19 cue',
    '23 cue',
    '26 cue',
    '28 note',
    '31 cue',
    '35 cue',
    '41 style',
    '44 unread',
    '46 cue',
  ])
  expect(problems).toEqual([
    { line: 26, code: 'empty-cue' },
    { line: 31, code: 'times-unusual' },
    { line: 35, code: 'number-repeated' },
    { line: 38, code: 'blank-line-inside' },
    { line: 41, code: 'block-late' },
    { line: 44, code: 'text-unplaced' },
  ])
})

test('voices, classes, languages, ruby and times are marks of the text they stand around', () => {
  const [voice, karaoke, , language, ruby] = cuesOf(tortureWebVtt)
  expect(voice?.text[0]?.marks).toEqual([
    { kind: 'voice', name: 'Vàng Thị Mai' },
    { kind: 'class', names: 'ten' },
  ])
  expect(karaoke?.text.map((part) => (part.kind === 'time' ? part.at : part.kind))).toEqual([
    3600,
    'text',
    'text',
    4100,
    'text',
  ])
  expect(language?.text[1]?.marks).toEqual([{ kind: 'language', tag: 'en' }, { kind: 'underline' }])
  expect(ruby?.text[1]).toMatchObject({ text: 'シジョウ', marks: [{ kind: 'ruby' }, { kind: 'rubyText' }] })
  expect(ruby?.text.filter(({ kind }) => kind === 'code')).toMatchObject([{ code: '<x>' }, { code: '</x>' }])
})

test('a file without its first word is read all the same, and says so', () => {
  const { problems, file } = readWebVtt('00:01.000 --> 00:02.000\nchữ')
  expect(problems).toEqual([{ line: 1, code: 'signature-missing' }])
  expect(cueEntries(file)).toHaveLength(1)
})

test('entities are characters, also by number; unknown ones are kept as they are', () => {
  const [cue] = cuesOf('WEBVTT\n\n00:01.000 --> 00:02.000\n&#272;&#xe0; &amp;lt; &toString; &#xd800;')
  expect(plainCueText(cue!.text)).toBe('Đà &lt;  ')
  expect(cue!.text.filter(({ kind }) => kind === 'code')).toHaveLength(2)
})
