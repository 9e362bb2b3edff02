import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cue, CueMark, CuePart } from '#domain/cues/cue.ts'
import { readTimecode } from '#domain/cues/timecode.ts'
import type { AssStyle } from './ass-style.ts'
import { breaksOf, widthOf } from './wrap-wide.ts'
import { writeAss } from './write-ass.ts'

const style: AssStyle = {
  font: 'Noto Sans',
  size: 60,
  bold: true,
  color: '#ffcc00',
  outline: 3,
  outlineColor: '#102030',
  box: null,
  margins: { top: 50, right: 100, bottom: 80, left: 90 },
}
const picture = { width: 1920, height: 1080 }

function makeCue(text: string | readonly CuePart[], given: Partial<Cue> = {}): Cue {
  const parts = typeof text === 'string' ? [part(text)] : text
  return { id: '', start: 1000, end: 3000, place: 2, text: parts, ...given }
}

function part(text: string, ...marks: CueMark[]): CuePart {
  return { kind: 'text', text, marks }
}

function events(...cues: Cue[]): readonly string[] {
  return writeAss(picture, [{ style, cues }])
    .text.split('\n')
    .filter((line) => line.startsWith('Dialogue:'))
}

function wordsOf(...cues: Cue[]): readonly string[] {
  return events(...cues).map((line) => line.split(',').slice(9).join(','))
}

test('a style says typeface, colours as ASS turns them round, outline and safe area', () => {
  const { text } = writeAss(picture, [{ style, cues: [] }])
  expect(text).toContain('PlayResX: 1920\nPlayResY: 1080')
  expect(text).toContain(
    'Style: Track0,Noto Sans,60,&H0000CCFF,&H0000CCFF,&H00302010,&H80000000,-1,0,0,0,100,100,0,0,1,3,0,2,90,100,80,1',
  )
  const boxed = writeAss(picture, [{ style: { ...style, box: { color: '#aa0000', opacity: 1 } }, cues: [] }])
  expect(boxed.text).toContain(',&H000000AA,-1,0,0,0,100,100,0,0,4,3,7.2,2,')
})

test('times are the hundredths before, so that a cue set on a frame is seen from that frame on', () => {
  const written = events(makeCue('a', { start: 42, end: 3_723_460 }))
  expect(written).toEqual(['Dialogue: 0,0:00:00.04,1:02:03.45,Track0,,0,0,0,,a'])
  for (const rate of [24000 / 1001, 25, 30000 / 1001, 50, 60]) {
    for (let frame = 1; frame < 400; frame += 1) {
      const [event = ''] = events(
        makeCue('a', { start: Math.round((frame * 1000) / rate), end: 360_000_000 }),
      )
      const start = readTimecode(event.split(',')[1] ?? '') ?? Number.NaN
      if (start > (frame * 1000) / rate || start <= ((frame - 1) * 1000) / rate)
        expect({ rate, frame, start }).toBeUndefined()
    }
  }
})

test('braces and backslashes are words and never commands', () => {
  expect(wordsOf(makeCue('{\\an8}C:\\Nam \\h'))).toEqual(['\\{\\\u2060an8\\}C:\\\u2060Nam \\\u2060h'])
  expect(wordsOf(makeCue('một\r\nhai\rba\tbốn\u0007'))).toEqual(['một\\Nhai\\Nba bốn'])
})

test('marks are drawn; what ASS does not say is told', () => {
  const cue = makeCue([
    part('a', { kind: 'bold' }, { kind: 'color', color: '#ff8000' }),
    part('b', { kind: 'class', names: 'yellow shout' }),
    part('漢', { kind: 'ruby' }),
    part('かん', { kind: 'ruby' }, { kind: 'rubyText' }),
    { kind: 'time', at: 1500, marks: [] },
    part('c', { kind: 'voice', name: 'Lan' }),
    part('d', { kind: 'font', attributes: 'size="9"' }),
    { kind: 'code', code: '<x>', marks: [] },
  ])
  expect(wordsOf(cue)).toEqual(['{\\r\\b1\\c&H0080FF&}a{\\r\\c&H00FFFF&}b{\\r}漢cd'])
  const { losses } = writeAss(picture, [{ style, cues: [cue] }])
  expect(losses.map(({ kind, names }) => [kind, ...names])).toEqual([
    ['voices', 'Lan'],
    ['classes', 'shout'],
    ['ruby', 'かん'],
    ['times', '00:00:01.500'],
    ['fonts', 'size="9"'],
    ['codes', '<x>'],
  ])
})

test('a place is kept, at the top below the safe area', () => {
  const [top] = events(makeCue('a', { place: 8 }))
  expect(top).toBe('Dialogue: 0,0:00:00.99,0:00:02.99,Track0,,0,0,50,,{\\an8}a')
})

test('empty cues and those that end before they begin have no event, others come in order', () => {
  const cues = [
    makeCue('b', { start: 5000, end: 6000 }),
    makeCue(' \n'),
    makeCue('x', { start: 9, end: 9 }),
    makeCue('a'),
  ]
  expect(wordsOf(...cues)).toEqual(['a', 'b'])
})

test('Chinese lines too wide for the picture are broken evenly, between words, never before a mark', () => {
  const line = '太原省茶文化节于十一月二十四日上午在武元甲广场隆重开幕，吸引了上万名游客前来参观。'
  const breaks = breaksOf(line, 60)
  const lines = [0, ...breaks].map((from, at) => line.slice(from, breaks[at]))
  expect(lines).toHaveLength(2)
  for (const each of lines) {
    expect(widthOf(each)).toBeLessThanOrEqual(60)
    expect(each).not.toMatch(/^[，。]/)
  }
})

test('lines with spaces are left to the renderer, a word that fits no line is cut', () => {
  expect(breaksOf('Lễ hội Trà Thái Nguyên khai mạc sáng nay ở quảng trường Võ Nguyên Giáp', 30)).toEqual([])
  expect(breaksOf('xem https://thainguyen.vn/le-hoi-tra-2026/khai-mac', 20)).not.toEqual([])
})

test('however a line is broken, no character goes and none is wider than it may be', () => {
  const text = fc.string({
    unit: fc.constantFrom('茶', '，', '「', '」', 'a', ' ', '1', 'ề', '한'),
    maxLength: 80,
  })
  fc.assert(
    fc.property(text, fc.integer({ min: 8, max: 60 }), (line, columns) => {
      const breaks = breaksOf(line, columns)
      expect(breaks).toEqual([...new Set(breaks)].sort((one, other) => one - other))
      if (breaks.length === 0) return
      const lines = [0, ...breaks].map((from, at) => line.slice(from, breaks[at]))
      for (const each of lines) expect(widthOf(each.trimEnd())).toBeLessThanOrEqual(columns)
    }),
  )
})

test('a hostile cue takes no longer than its length', () => {
  const started = performance.now()
  wordsOf(makeCue(`x${' '.repeat(200_000)}y${'\n'.repeat(50_000)}`))
  expect(performance.now() - started).toBeLessThan(5000)
})
