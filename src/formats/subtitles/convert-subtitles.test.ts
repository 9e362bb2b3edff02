import { expect, test } from 'vitest'
import { cueEntries } from '#domain/cues/subtitle-file.ts'
import { tortureSrt, tortureWebVtt } from '#tests/fixtures/subtitles/torture.ts'
import { readSrt } from '../srt/srt.ts'
import { readWebVtt } from '../webvtt/webvtt.ts'
import { convertSubtitles } from './convert-subtitles.ts'
import { writeSubtitles } from './subtitles.ts'

test('WebVTT becomes SRT: what SRT can hold comes along, and the rest is counted and named', () => {
  const { file, losses } = convertSubtitles(readWebVtt(tortureWebVtt).file, 'srt')
  const text = writeSubtitles(file)
  expect(text).toContain('1\n00:00:01,000 --> 00:00:03,500\n{\\an1}Kính chào <i>quý vị</i> & các bạn\n\n2\n')
  expect(text).toContain('{\\an8}<font color="#ffff00">Chợ</font> phiên\n')
  expect(text).toContain('市場(シジョウ) <b>đông</b> lạ\ndòng hai\n\nsau dòng trống\n')
  expect(text.endsWith('6\n123:00:00,000 --> 123:00:01,000\nQuá trăm giờ\n')).toBe(true)
  expect(losses.map(({ kind, count, names }) => [kind, count, names.join('|')])).toEqual([
    ['unread', 1, '44'],
    ['header', 1, '- Bản tin phiên chợ'],
    ['timestampMap', 1, 'X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000'],
    ['notes', 2, 'Người dẫn: Vàng Thị Mai và hai khách|giữa chừng'],
    ['styles', 2, '::cue(.ten) { color: yellow; }|::cue { color: lime }'],
    ['regions', 1, 'duoi'],
    ['regionCues', 1, 'duoi'],
    ['positions', 3, 'region:duoi align:start|line:82% position:30%,line-left size:35%|vertical:rl'],
    ['identifiers', 2, 'mở đầu|4'],
    ['voices', 1, 'Vàng Thị Mai'],
    ['classes', 2, 'ten|to'],
    ['languages', 1, 'en'],
    ['ruby', 1, ''],
    ['times', 2, '00:00:03.600|00:00:04.100'],
    ['codes', 2, '<x>|</x>'],
  ])
})

test('SRT becomes WebVTT: places become settings, colours classes, and blank lines stay visible', () => {
  const { file, losses } = convertSubtitles(readSrt(tortureSrt.slice(1)).file, 'webvtt')
  const text = writeSubtitles(file)
  expect(text.startsWith('WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:03.500\r\n')).toBe(true)
  expect(text).toContain('00:00:07.000 line:0\r\nBà con xuống chợ\r\n&nbsp;\r\ntừ các bản xa\r\n')
  expect(text).toContain('<c.yellow>Chồng giờ</c>')
  expect(text).toContain('3 &lt; 5 &amp; a &gt; b')
  expect(losses.map(({ kind, count, names }) => [kind, count, names.join('|')])).toEqual([
    ['unread', 1, '46'],
    ['coordinates', 1, 'X1:40 X2:600 Y1:20 Y2:50'],
    ['codes', 1, '{\\fad(200,200)}'],
    ['blankLines', 1, ''],
  ])
  const again = readWebVtt(text)
  expect(cueEntries(again.file)).toHaveLength(11)
  const known = ['empty-cue', 'end-before-start', 'out-of-order', 'overlap', 'number-repeated']
  expect(again.problems.filter(({ code }) => !known.includes(code))).toEqual([])
})

test('there and back again, a plain file is the same', () => {
  const text =
    '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>một</i>\nhai\n\n2\n00:00:03,000 --> 00:00:04,000\n<b>ba</b>\n'
  const there = convertSubtitles(readSrt(text).file, 'webvtt')
  const back = convertSubtitles(readWebVtt(writeSubtitles(there.file)).file, 'srt')
  expect([...there.losses, ...back.losses]).toEqual([])
  expect(writeSubtitles(back.file)).toBe(text)
})

test('letters that would be code in SRT stay letters, and that is told', () => {
  const source =
    'WEBVTT\n\n00:01.000 --> 00:02.000\n&lt;i&gt; là thẻ nghiêng\n00:00:09,000 --&gt; 00:00:10,000\n'
  const { file, losses } = convertSubtitles(readWebVtt(source).file, 'srt')
  expect(losses).toMatchObject([{ kind: 'lookalikes', count: 1 }])
  const again = cueEntries(readSrt(writeSubtitles(file)).file)
  expect(again).toHaveLength(1)
  expect(again[0]?.cue.text).toHaveLength(1)
})

test('in its own format a file stays as it is', () => {
  const { file } = readSrt(tortureSrt)
  expect(convertSubtitles(file, 'srt')).toEqual({ file, losses: [] })
})
