import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { makeFolder } from '#workspace/workspace.test-kit.ts'
import {
  approveStory,
  exportedStory,
  makeNewsroomWorkspace,
  makeStory,
  writeStory,
} from '../package-making.test-kit.ts'
import { packagesRouter } from '../router.ts'

async function madePackage() {
  const made = await makeNewsroomWorkspace()
  await writeStory(made, makeStory())
  approveStory(made)
  const client = made.reporter
  const router = packagesRouter(made.context)
  return { ...made, client, router, package: await exportedStory(made, client) }
}

test('a made package lies on the stick as it is kept, with a run sheet', async () => {
  const made = await madePackage()
  const directory = makeFolder()
  const { job, name } = await call(
    made.router.usb,
    { id: uuidv7(), package: made.package.id, directory },
    { context: made.client },
  )
  expect(await made.context.jobs.ended(job)).toMatchObject({ state: 'done', result: made.package.id })
  expect(readdirSync(directory)).toEqual([name])
  expect(readdirSync(join(directory, name))).toEqual(
    expect.arrayContaining(['manifest.json', 'run-sheet.csv', 'vi']),
  )
})

test('SEC2: a window names no directory', async () => {
  const made = await madePackage()
  const directory = makeFolder()
  const asked = call(
    made.router.usb,
    { id: uuidv7(), package: made.package.id, directory },
    { context: { ...made.client, trusted: false } },
  )
  await expect(asked).rejects.toMatchObject({ data: { code: 'grant-unknown' } })
  expect(readdirSync(directory)).toEqual([])
})
