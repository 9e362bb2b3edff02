import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cue, type CueMark, type CuePart, plainCueText } from '#domain/cues/cue.ts'
import {
  type CueEntry,
  cueEntries,
  type SubtitleFile,
  type SubtitleFormat,
} from '#domain/cues/subtitle-file.ts'
import { tortureSrt, tortureWebVtt } from '#tests/fixtures/subtitles/torture.ts'
import { readSrt } from '../srt/srt.ts'
import { readWebVtt } from '../webvtt/webvtt.ts'
import { encodeSubtitles } from './subtitle-bytes.ts'
import { encodingFor, readSubtitles, writeSubtitles } from './subtitles.ts'

const rounds = Number(process.env['TRAMTIN_FUZZ_ROUNDS'] ?? 60)
const readers = { srt: readSrt, webvtt: readWebVtt }
const formats: readonly SubtitleFormat[] = ['srt', 'webvtt']

const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r')
const line = fc.constantFrom(
  '',
  '',
  '',
  '1',
  '2',
  ' 17 ',
  '\ufeff3',
  'WEBVTT',
  'NOTE',
  'NOTE ghi chú --> này',
  'STYLE',
  'REGION',
  'id:duoi',
  'tên đoạn',
  '00:00:01,000 --> 00:00:02,000',
  '00:00:01.000 --> 00:00:02.000 line:0 region:duoi',
  '01:02.5 --> 01:03 X1:1 X2:2',
  '00:00:03,000 -> 00:00:04,000',
  '00: 00: 05,000 --> 00: 00: 06,000',
  '100:00:00.000 -->',
  '00:xx:00,000 --> 00:00:01,000',
  'a --> b',
  'Bà con <i>xuống',
  '<v Lan>chợ</i> &amp; </v>',
  '{\\an8}{\\b1}trên cùng',
  '<ruby>漢<rt>かん</ruby>',
  '<00:00:01.500>từ đây <c.red',
  '   ',
  '\t',
)
const fileText = fc.array(fc.tuple(line, lineEnd), { maxLength: 60 }).map((lines) => lines.flat().join(''))

describe('an untouched file is written as it was', () => {
  test.each(formats)('%s: whatever lines stand in whatever order', (format) => {
    const read = readers[format]
    fc.assert(
      fc.property(fileText, (text) => writeSubtitles(read(text).file) === text),
      { numRuns: rounds * 10 },
    )
  })
  test.each([
    ['torture.srt', tortureSrt],
    ['torture.vtt', tortureWebVtt],
  ])('%s, byte for byte, in every Unicode encoding', (name, text) => {
    const bare = text.replace(/^\ufeff/, '')
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      for (const mark of [true, false]) {
        const bytes = encodeSubtitles(bare, { encoding, mark })
        const { file, decoded } = readSubtitles(bytes, name)
        expect(decoded).toMatchObject({ encoding, mark, certain: true, damagedLines: [] })
        expect(encodeSubtitles(writeSubtitles(file), encodingFor(decoded, true))).toEqual(bytes)
      }
    }
  })
})

function replaceCue(file: SubtitleFile, entry: CueEntry, cue: Cue): SubtitleFile {
  return { ...file, entries: file.entries.map((each) => (each === entry ? { ...entry, cue } : each)) }
}

const piecesOf = (entry: CueEntry) => {
  const { held } = entry
  if (!held) throw new Error('a made cue')
  return held
}

describe('a changed cue changes only its own lines', () => {
  const plain = (text: string): readonly CuePart[] => [{ kind: 'text', text, marks: [] }]
  const before = (file: SubtitleFile, entry: CueEntry) =>
    writeSubtitles({ ...file, entries: file.entries.slice(0, file.entries.indexOf(entry)) })
  test.each([
    ['srt', tortureSrt.slice(1)],
    ['webvtt', tortureWebVtt],
  ] as const)('%s: text, times or number by itself', (format, text) => {
    const { file } = readers[format](text)
    const comma = format === 'srt' ? ',' : '.'
    for (const entry of cueEntries(file)) {
      const held = piecesOf(entry)
      const start = before(file, entry)
      const from = start.length + held.head.length + held.times.length + held.lead.length
      const changedText = writeSubtitles(
        replaceCue(file, entry, { ...entry.cue, text: plain('Khác'), place: entry.cue.place }),
      )
      const an = format === 'srt' && entry.cue.place !== 2 ? `{\\an${entry.cue.place}}` : ''
      if (held.text !== '')
        expect(changedText).toBe(`${text.slice(0, from)}${an}Khác${text.slice(from + held.text.length)}`)
      const moved = writeSubtitles(
        replaceCue(file, entry, { ...entry.cue, start: 3_723_004, end: 3_724_000 }),
      )
      const timesFrom = start.length + held.head.length
      expect(moved.slice(0, timesFrom)).toBe(text.slice(0, timesFrom))
      expect(moved.slice(timesFrom)).toMatch(new RegExp(`^01:02:03${comma}004 --> 01:02:04${comma}000`))
      expect(moved.endsWith(text.slice(timesFrom + held.times.length))).toBe(true)
      const named = writeSubtitles(replaceCue(file, entry, { ...entry.cue, id: '99' }))
      expect(named).toBe(`${start}99${file.lineEnd}${text.slice(timesFrom)}`)
    }
  })
  test('an empty cue that gets text is parted from the next one, and reads back', () => {
    for (const format of formats) {
      const { file } = readers[format]('1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000')
      for (const entry of cueEntries(file)) {
        const again = readers[format](
          writeSubtitles(replaceCue(file, entry, { ...entry.cue, text: plain('mới') })),
        )
        expect(cueEntries(again.file).filter(({ cue }) => plainCueText(cue.text) === 'mới')).toHaveLength(1)
        expect(cueEntries(again.file)).toHaveLength(2)
      }
    }
  })
  test('moved to the top, a cue keeps the settings that say nothing of its place', () => {
    const { file } = readWebVtt('WEBVTT\n\n00:01.000 --> 00:02.000 region:duoi line:80% size:40%\nchữ\n')
    const [entry] = cueEntries(file)
    expect(writeSubtitles(replaceCue(file, entry!, { ...entry!.cue, place: 8 }))).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000 region:duoi line:0\nchữ\n',
    )
  })
})

const words = fc
  .stringMatching(/^[a-zđơưạ0-9<>&{}\\/."'-]+( [a-zđơưạ<>&;-]+)?(\n[a-zạ<>-]+)?$/)
  .filter((text) => !text.includes('\u2060'))
const markKinds: Readonly<Record<SubtitleFormat, fc.Arbitrary<CueMark>>> = {
  srt: fc.constantFrom<CueMark>({ kind: 'bold' }, { kind: 'strike' }, { kind: 'color', color: '#ff8800' }),
  webvtt: fc.constantFrom<CueMark>(
    { kind: 'italic' },
    { kind: 'voice', name: 'Mai & <Lan>' },
    { kind: 'class', names: 'a b' },
    { kind: 'language', tag: 'vi' },
  ),
}
const cuesOf = (format: SubtitleFormat) =>
  fc.array(
    fc.record({
      start: fc.nat(500_000_000),
      end: fc.nat(500_000_000),
      place: fc.constantFrom<Cue['place']>(1, 2, 3, 4, 5, 6, 7, 8, 9),
      text: fc.array(
        fc.record({
          kind: fc.constant('text' as const),
          text: words,
          marks: fc.uniqueArray(markKinds[format], { maxLength: 2, selector: ({ kind }) => kind }),
        }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 6 },
  )
const shown = ({ start, end, place, text }: Omit<Cue, 'id'>) => ({
  start,
  end,
  place,
  letters: text.flatMap<unknown>((part) =>
    part.kind === 'text'
      ? [...part.text.replaceAll('\u2060', '')].map((letter) => [letter, JSON.stringify(part.marks)])
      : [part],
  ),
})

test.each(formats)('%s: cues that are written new read back the same', (format) => {
  fc.assert(
    fc.property(cuesOf(format), (made) => {
      const cues = made.map((cue, at) => ({ ...cue, id: String(at + 1) }))
      const entries = cues.map((cue) => ({ kind: 'cue' as const, line: 0, cue, settings: '', held: null }))
      const text = writeSubtitles({ format, lineEnd: '\r\n', entries })
      const again = cueEntries(readers[format](text).file).map(({ cue }) => cue)
      expect(again.map(({ id }) => id)).toEqual(cues.map(({ id }) => id))
      expect(again.map(shown)).toEqual(cues.map(shown))
    }),
    { numRuns: rounds * 5 },
  )
})

test('bytes of any kind never throw, and what is whole is written as it was', () => {
  const seeds = [tortureSrt, tortureWebVtt].map((text) => new TextEncoder().encode(text))
  const damaged = fc
    .tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 12 }))
    .map(([bytes, from, length, put]) => {
      const at = from % bytes.length
      return Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + (length % 300))])
    })
  const anyBytes = fc.oneof(damaged, damaged, fc.uint8Array({ maxLength: 400 }))
  fc.assert(
    fc.property(anyBytes, fc.constantFrom('a.srt', 'a.vtt'), (bytes, name) => {
      const { file, decoded, problems } = readSubtitles(bytes, name)
      const written = writeSubtitles(file)
      expect(written).toBe(decoded.text)
      for (const { line } of problems) expect(line).toBeGreaterThan(0)
      const isUnicode = decoded.encoding === 'utf-8' || decoded.encoding.startsWith('utf-16')
      if (isUnicode && decoded.damagedLines.length === 0)
        expect(encodeSubtitles(written, encodingFor(decoded, true))).toEqual(bytes)
    }),
    { numRuns: rounds * 10 },
  )
})

test('ten thousand cues, and text made to be slow, are read and written in under two seconds of the processor', () => {
  const cue = (at: number) => `${at}\n00:00:01,000 --> 00:00:02,000\nBà con <i>xuống</i> chợ\nphiên\n\n`
  const many = Array.from({ length: 10_000 }, (_, at) => cue(at + 1)).join('')
  const hostile = [
    '<b>',
    '<',
    '{\\',
    '&',
    '<b ',
    '\n',
    '0',
    ' ',
    '<ruby><rt>',
    '00:00:01,000 -->',
    '-->\n',
  ].map((piece) => `1\n00:00:01,000 --> 00:00:02,000\n${piece.repeat(100_000 / piece.length)}`)
  for (const text of [many, ...hostile]) {
    for (const read of Object.values(readers)) {
      const before = process.cpuUsage()
      expect(writeSubtitles(read(text).file)).toBe(text)
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1000, text.slice(30, 60)).toBeLessThan(2000)
    }
  }
})
