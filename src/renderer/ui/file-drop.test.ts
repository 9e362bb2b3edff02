import { expect, test } from 'vitest'
import { giveFiles, takeDroppedFiles } from './file-drop.ts'
import { goToDesk, place } from './navigation.ts'

const file = new File(['Tít'], 'tin.txt')

test('files dropped at another desk wait for the writing desk, which is opened', () => {
  goToDesk('review')
  giveFiles([file])
  expect(place.get().desk).toBe('writing')
  const taken: File[] = []
  const stop = takeDroppedFiles((files) => taken.push(...files))
  expect(taken).toEqual([file])
  giveFiles([file])
  expect(taken).toHaveLength(2)
  stop()
})
