import { expect, it } from 'vitest'
import { authorsBetween } from './authorship.ts'

const ranges = [
  { device: 'desk', firstSequence: 1, lastSequence: 4, profile: 'an' },
  { device: 'desk', firstSequence: 7, lastSequence: 9, profile: 'binh' },
  { device: 'laptop', firstSequence: 2, lastSequence: 2, profile: 'chi' },
]

it('names all who ever wrote when nothing was approved before', () => {
  expect(authorsBetween(ranges, {}, { desk: 9, laptop: 2 })).toEqual(['an', 'binh', 'chi'])
})

it('leaves out who wrote only what was approved, on each device apart', () => {
  expect(authorsBetween(ranges, { desk: 4 }, { desk: 9, laptop: 2 })).toEqual(['binh', 'chi'])
})

it('counts who wrote on after the approved text within one stretch', () => {
  expect(authorsBetween(ranges, { desk: 3, laptop: 2 }, { desk: 4, laptop: 2 })).toEqual(['an'])
  expect(authorsBetween(ranges, { desk: 8, laptop: 2 }, { desk: 9, laptop: 2 })).toEqual(['binh'])
})

it('leaves out who wrote after the text was sent, and devices it never reached', () => {
  expect(authorsBetween(ranges, {}, { desk: 6 })).toEqual(['an'])
})
