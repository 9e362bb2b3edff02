import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { credited, makePicture } from '#workspace/assets/picture-making.test-kit.ts'
import {
  addPicture,
  approveStory,
  block,
  exportedStory,
  makeNewsroomWorkspace,
  makeStory,
  valued,
  writeStory,
} from './package-making.test-kit.ts'
import { packageZipPath } from './package-paths.ts'
import { verifyPackage } from './verify/verify-package.ts'

test('an approved article leaves as a folder and a zip that verify accepts', async () => {
  const made = await makeNewsroomWorkspace()
  const picture = await addPicture(made, await makePicture({ width: 1200, height: 800, texts: credited }))
  const figure = block('f', 'figure', 'Đồi chè', { asset: picture.hash, alt: 'Đồi chè', credit: 'Hoàng Nam' })
  await writeStory(made, makeStory([figure]))
  approveStory(made)
  const row = await exportedStory(made, made.reporter)
  expect(row.zipName).toBe('20261124-portal-khai-mac-le-hoi-tra.zip')
  const { paths } = made.context
  const zip = packageZipPath(paths, row.id, row.zipName)
  for (const path of [zip, zip.replace(/\.zip$/, '')]) {
    const verdict = valued(await verifyPackage(path, made.rootKey))
    expect(verdict.problems).toEqual([])
    expect(verdict).toMatchObject({ outcome: 'valid', newsroom: 'Báo Thái Nguyên', files: row.files })
  }
  expect(readdirSync(paths.temporary)).toEqual([])
})
