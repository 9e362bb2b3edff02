import { expect, test } from 'vitest'
import { readSrt, writeSrt } from '#formats/srt/srt.ts'
import { readWebVtt, writeWebVtt } from '#formats/webvtt/webvtt.ts'
import { addCue, changeCueText, removeCues, setTimes } from './edit-track.ts'
import { eraseCues } from './erase-cues.ts'
import { fileOfTrack, takeFile } from './file-track.ts'
import { readTrack } from './read-track.ts'
import { cuesIn, makeTrack, plain } from './track-making.test-kit.ts'

const torture =
  '1\r\n00:00:01,000 --> 00:00:02,500 X1:10 X2:20\r\n<i>Chào</i> <font color="#ff0000">bạn</font>\r\n\r\n' +
  '00:00:03.000-->00:00:04,000\r\n{\\an8}Dòng một\r\n\r\nDòng hai sau dòng trống\r\n\r\n\r\n7\r\n00:00:05,000 --> 00:00:06,000\r\n\r\n'
const styled = `WEBVTT - Bản tin

STYLE
::cue(.to) { color: red }

NOTE người dịch: Lan

mo-dau
00:01.000 --> 00:02.000 line:0 align:start
<v Lan>Xin <c.to>chào</c></v>

00:03.000 --> 00:04.000
Hết
`

function taken(file: Parameters<typeof takeFile>[1]) {
  const doc = makeTrack(['sẽ bị thay'])
  takeFile(doc, file, (index) => `f${index + 1}`)
  return doc
}

test('an SRT file that was taken in and not touched is written byte for byte as it came', () => {
  expect(writeSrt(fileOfTrack(taken(readSrt(torture).file)))).toBe(torture)
})

test('a WebVTT file keeps header, styles, notes, names, settings and voices', () => {
  const doc = taken(readWebVtt(styled).file)
  expect(writeWebVtt(fileOfTrack(doc))).toBe(styled)
  expect(cuesIn(doc)).toEqual(['1000-2000 Xin chào', '3000-4000 Hết'])
  expect(readTrack(doc).cues[0]).toMatchObject({ place: 7 })
})

test('words that are changed keep the marks that a track does not model where they were', () => {
  const doc = taken(readWebVtt(styled).file)
  changeCueText(doc, 'f1', plain('Xin chào'), plain('Xin kính chào'))
  expect(writeWebVtt(fileOfTrack(doc))).toBe(
    styled.replace('<v Lan>Xin <c.to>chào</c></v>', '<v Lan>Xin </v>kính <v Lan><c.to>chào</c></v>'),
  )
})

test('a changed time changes its line alone', () => {
  const doc = taken(readWebVtt(styled).file)
  setTimes(doc, [{ id: 'f2', start: 3000, end: 4500 }])
  expect(writeWebVtt(fileOfTrack(doc))).toBe(
    styled.replace('00:03.000 --> 00:04.000', '00:00:03.000 --> 00:00:04.500'),
  )
})

test('SRT counts anew when a cue is taken out, and a note of it stays before the next', () => {
  const doc = taken(readSrt(torture).file)
  removeCues(doc, ['f2'])
  expect(writeSrt(fileOfTrack(doc))).toContain('2\r\n00:00:05,000')
  const noted = taken(readWebVtt(styled).file)
  removeCues(noted, ['f1'])
  expect(writeWebVtt(fileOfTrack(noted))).toContain('NOTE người dịch: Lan\n\n00:03.000')
})

test('a cue that is put before all others stands behind the header', () => {
  const doc = taken(readWebVtt(styled).file)
  addCue(doc, { id: 'n', start: 0, end: 900, runs: plain('Mở đầu') })
  expect(writeWebVtt(fileOfTrack(doc))).toBe(
    styled.replace('mo-dau\n', '00:00:00.000 --> 00:00:00.900\nMở đầu\n\nmo-dau\n'),
  )
})

test('a second file takes the place of the first, and nothing of that is left over', () => {
  const doc = taken(readWebVtt(styled).file)
  takeFile(doc, readSrt(torture).file, (index) => `g${index + 1}`)
  expect(writeSrt(fileOfTrack(doc))).toBe(torture)
})

test('a track that came from no file is an SRT that counts from one', () => {
  expect(writeSrt(fileOfTrack(makeTrack(['Một', 'Hai'])))).toBe(
    '1\n00:00:00,000 --> 00:00:02,000\nMột\n\n2\n00:00:02,000 --> 00:00:04,000\nHai\n',
  )
})

test('what is purged is in no text, no value and no leftover (SEC1)', () => {
  const doc = taken(readWebVtt(styled.replace('Hết', 'TUYỆT MẬT')).file)
  eraseCues(doc, (cue) => cue === 'f2')
  const said = JSON.stringify(
    [...doc.share.keys()].map((name) => [
      name,
      name.includes('/') ? doc.getText(name).toString() : doc.getMap(name).toJSON(),
    ]),
  )
  expect(said).not.toContain('TUYỆT MẬT')
  expect(cuesIn(doc)).toEqual(['1000-2000 Xin chào'])
})
