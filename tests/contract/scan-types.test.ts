import { expect, test } from 'vitest'
import { scanTypes } from '#renderer/desks/review/scan-types.ts'
import { pictureTypes } from '#workspace/assets/picture-type.ts'

test('an approval on paper offers exactly the files that the workspace takes as its scan', () => {
  expect([...scanTypes].sort()).toEqual(['application/pdf', ...pictureTypes].sort())
})
