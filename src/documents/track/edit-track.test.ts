import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addCue,
  changeCueText,
  extendToNext,
  linkCue,
  mergeCues,
  removeCues,
  setTimes,
  shiftCues,
  splitCue,
  trackUpdate,
} from './edit-track.ts'
import { readTrack } from './read-track.ts'
import { clip, copyOf, cuesIn, exchange, makeTrack, plain } from './track-making.test-kit.ts'

function mergedBoth(left: Y.Doc, right: Y.Doc): readonly string[] {
  exchange(left, right)
  expect(cuesIn(left)).toEqual(cuesIn(right))
  return cuesIn(left)
}

test('two machines begin the same track and have one', () => {
  const start = { clip, language: 'en', frameRate: { numerator: 24000, denominator: 1001 }, source: 'vi' }
  const [left, right] = [new Y.Doc(), new Y.Doc()]
  Y.applyUpdate(left, trackUpdate(start))
  Y.applyUpdate(right, trackUpdate(start))
  addCue(left, { id: 'l', start: 0, end: 900, runs: plain('Hello') })
  addCue(right, { id: 'r', start: 1000, end: 1900, runs: plain('World') })
  expect(mergedBoth(left, right)).toEqual(['0-900 Hello', '1000-1900 World'])
  expect(readTrack(left)).toMatchObject(start)
})

test('one moves the start, the other the end, a third writes: all of it stays (SYNC1)', () => {
  const left = makeTrack(['Chào các bạn'])
  const [right, third] = [copyOf(left), copyOf(left)]
  setTimes(left, [{ id: 'q1', start: 200, end: 2000 }])
  setTimes(right, [{ id: 'q1', start: 0, end: 2400 }])
  changeCueText(third, 'q1', plain('Chào các bạn'), plain('Xin chào các bạn'))
  exchange(left, right)
  exchange(right, third)
  expect(mergedBoth(left, right)).toEqual(['200-2400 Xin chào các bạn'])
})

test('two write in the same cue and no letter is lost (SYNC1)', () => {
  const left = makeTrack(['Xe chạy chậm'])
  const right = copyOf(left)
  changeCueText(left, 'q1', plain('Xe chạy chậm'), plain('Xe buýt chạy chậm'))
  changeCueText(right, 'q1', plain('Xe chạy chậm'), plain('Xe chạy chậm lại'))
  expect(mergedBoth(left, right)).toEqual(['0-2000 Xe buýt chạy chậm lại'])
})

test('a deleted cue in which somebody typed offline shows again, marked', () => {
  const left = makeTrack(['Câu một', 'Câu hai'])
  const right = copyOf(left)
  removeCues(left, ['q1'])
  expect(cuesIn(left)).toEqual(['2000-4000 Câu hai'])
  changeCueText(right, 'q1', plain('Câu một'), plain('Câu một viết thêm'))
  expect(mergedBoth(left, right)).toEqual(['0-2000  viết thêm (returned)', '2000-4000 Câu hai'])
  changeCueText(left, 'q1', plain(' viết thêm'), plain('Viết thêm'))
  expect(cuesIn(left)[0]).toBe('0-2000 Viết thêm')
})

test('a deleted cue that was only moved elsewhere stays gone', () => {
  const left = makeTrack(['Câu một'])
  const right = copyOf(left)
  removeCues(left, ['q1'])
  setTimes(right, [{ id: 'q1', start: 500, end: 2500 }])
  expect(mergedBoth(left, right)).toEqual([])
})

test('what one cuts in two the other goes on writing', () => {
  const left = makeTrack(['Trời nắng to. Ngày mai mưa.'])
  const right = copyOf(left)
  splitCue(left, { id: 'q1', fresh: 'n', offset: 13, at: 1200 })
  expect(cuesIn(left)).toEqual(['0-1200 Trời nắng to.', '1200-2000 Ngày mai mưa.'])
  changeCueText(right, 'q1', plain('Trời nắng to. Ngày mai mưa.'), plain('Trời nắng rất to. Ngày mai mưa.'))
  expect(mergedBoth(left, right)).toEqual(['0-1200 Trời nắng rất to.', '1200-2000 Ngày mai mưa.'])
})

test('a cut keeps bold words bold and both halves with their source', () => {
  const doc = makeTrack([
    { id: 'q', start: 0, end: 4000, runs: [...plain('Một '), { text: 'hai ba', marks: { bold: true } }] },
  ])
  linkCue(doc, 'q', ['s'], [{ cue: 's', start: 0, end: 4000, text: 'One two three' }])
  splitCue(doc, { id: 'q', fresh: 'n', offset: 7, at: 9000 })
  const [first, second] = readTrack(doc).cues
  expect(first).toMatchObject({ end: 4000, sources: ['s'] })
  expect(first?.runs).toEqual([...plain('Một '), { text: 'hai', marks: { bold: true } }])
  expect(second).toMatchObject({ id: 'n', start: 4000, sources: ['s'], runs: [{ text: 'ba' }] })
})

test('joined cues say both, in the order of time, and are made from the sources of both', () => {
  const doc = makeTrack(['Một', '', 'Ba'])
  linkCue(doc, 'q1', ['s1'], [{ cue: 's1', start: 0, end: 1, text: 'One' }])
  linkCue(doc, 'q3', ['s3', 's1'], [{ cue: 's1', start: 0, end: 1, text: 'One' }])
  mergeCues(doc, ['q3', 'q1', 'q2'], ' ')
  expect(cuesIn(doc)).toEqual(['0-6000 Một Ba'])
  expect(readTrack(doc).cues[0]).toMatchObject({ sources: ['s1', 's3'], seen: [{ cue: 's1' }] })
})

test('what is written in a cue while it is joined to another shows beside it', () => {
  const left = makeTrack(['Một', 'Hai'])
  const right = copyOf(left)
  mergeCues(left, ['q1', 'q2'], ' ')
  changeCueText(right, 'q2', plain('Hai'), plain('Hai nữa'))
  expect(mergedBoth(left, right)).toEqual(['0-4000 Một Hai', '2000-4000  nữa (returned)'])
})

test('cues are moved together and none begins before the clip', () => {
  const doc = makeTrack(['Một', 'Hai', 'Ba'])
  shiftCues(doc, ['q2', 'q3'], -2500)
  expect(cuesIn(doc)).toEqual(['0-2000 Một', '0-2000 Hai', '2000-4000 Ba'])
  shiftCues(doc, ['q2', 'q3'], 40)
  expect(cuesIn(doc)[2]).toBe('2040-4040 Ba')
})

test('a cue is drawn out to the next, less the gap, and no longer than allowed', () => {
  const doc = makeTrack([
    { id: 'a', start: 0, end: 1000 },
    { id: 'b', start: 5000, end: 6000 },
    { id: 'c', start: 30_000, end: 31_000 },
  ])
  extendToNext(doc, readTrack(doc).cues, ['a', 'b', 'c'], 80, 7000)
  expect(cuesIn(doc)).toEqual(['0-4920 ', '5000-12000 ', '30000-31000 '])
})

test('values of a wrong type, which a broken program may have left, read as unset', () => {
  const doc = makeTrack(['Một'])
  const values = doc.getMap<unknown>('cues')
  values.set('q1/end', 'later')
  values.set('q1/place', 12)
  values.set('q1/sources', { no: 'list' })
  values.set('q1/seen', [{ cue: 1 }])
  values.set('x/start', null)
  doc.getMap<unknown>('leftovers').set('q1', { name: 3 })
  doc.getMap<unknown>('leftovers').set('', [])
  const { cues, file, leftovers } = readTrack(doc)
  expect(cues).toMatchObject([{ id: 'q1', start: 0, end: 0, place: 2, sources: [], seen: [] }])
  expect([file, leftovers.size]).toEqual([null, 0])
})

test('each edit is one transaction, so that one key takes it back', () => {
  const doc = makeTrack(['Một hai', 'Ba'])
  let transactions = 0
  doc.on('afterTransaction', ({ changed }: Y.Transaction) => {
    if (changed.size > 0) transactions += 1
  })
  splitCue(doc, { id: 'q1', fresh: 'n', offset: 3, at: 900 })
  mergeCues(doc, ['q1', 'n', 'q2'], ' ')
  shiftCues(doc, ['q1'], 100)
  removeCues(doc, ['q1'])
  expect(transactions).toBe(4)
})
