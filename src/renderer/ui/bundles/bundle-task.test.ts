import { beforeEach, expect, test } from 'vitest'
import { bundleTask, takeBundleFiles } from './bundle-task.ts'

const file = (name: string) => ({ name }) as File

beforeEach(() => bundleTask.set(null))

test('Bundles among dropped files are opened, requests to join answered, the rest is left to the import', () => {
  const files = [file('tin.docx'), file('le-hoi-20261124-1402.tramtin'), file('X.TRAMTIN')]
  expect(takeBundleFiles(files).map(({ name }) => name)).toEqual(['tin.docx'])
  expect(bundleTask.get()).toMatchObject({ kind: 'open', files: files.slice(1) })
  expect(takeBundleFiles([file('nguyen-thi-lan-xin-vao (1).txt'), file('ghi-chep.txt')])).toHaveLength(1)
  expect(bundleTask.get()).toMatchObject({ kind: 'admit' })
})

test('Nothing is opened where nothing was a bundle', () => {
  expect(takeBundleFiles([file('tin.docx')])).toHaveLength(1)
  expect(bundleTask.get()).toBeNull()
})
