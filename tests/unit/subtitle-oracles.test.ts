import { parseText } from 'media-captions'
import { expect, test } from 'vitest'
import { plainCueText } from '#domain/cues/cue.ts'
import { cueEntries } from '#domain/cues/subtitle-file.ts'
import { readWebVtt } from '#formats/webvtt/webvtt.ts'
import { WebVTTParser } from './webvtt-parser.ts'

/** A file as the standard allows it, with what parsers are known to lose cues by. */
const file = `WEBVTT - Bản tin

STYLE
::cue(.to) { color: red }

REGION
id:duoi
width:40%

NOTE người dịch: Lan

mo-dau
00:00:01.000 --> 00:00:02.500 line:0 align:start
Xin chào cả nhà

00:03.000 --> 00:04.000 region:duoi
Dòng một
dòng hai

01:00:00.000 --> 01:00:01.000
Một giờ sau
`

const ours = cueEntries(readWebVtt(file).file).map(({ cue }) => ({
  id: cue.id,
  start: cue.start / 1000,
  end: cue.end / 1000,
  text: plainCueText(cue.text),
}))

test('media-captions reads the same cues of a WebVTT file as we do', async () => {
  const { cues, errors } = await parseText(file, { type: 'vtt' })
  expect(errors).toEqual([])
  expect(
    cues.map(({ id, startTime, endTime, text }) => ({ id, start: startTime, end: endTime, text })),
  ).toEqual(ours)
})

test('the parser of the standard’s authors, which knows no regions, reads the same cues and finds no fault', () => {
  const known = file.replace(/REGION\n.*\n.*\n\n/, '').replace(' region:duoi', '')
  const { cues, errors } = new WebVTTParser().parse(known, 'metadata')
  expect(errors.map(({ message }) => message)).toEqual([])
  expect(
    cues.map(({ id, startTime, endTime, text }) => ({ id, start: startTime, end: endTime, text })),
  ).toEqual(ours)
})
