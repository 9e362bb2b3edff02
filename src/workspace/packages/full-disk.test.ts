import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { makeFolder } from '#tests/workspace/make-store.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import {
  addPicture,
  approveStory,
  articleId,
  block,
  makeNewsroomWorkspace,
  makeStory,
  writeStory,
} from './package-making.test-kit.ts'

const run = promisify(execFile)

/** Noise, which no format makes small. */
function makeNoise(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  return sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#808080', noise } })
    .jpeg({ quality: 60 })
    .toBuffer()
}

async function makeWorkspaceWithNoise(): Promise<string> {
  const folder = join(makeFolder(), 'workspace')
  const made = await makeNewsroomWorkspace({ folder })
  const picture = await addPicture(made, await makeNoise())
  await writeStory(made, makeStory([block('f', 'figure', '', { asset: picture.hash, alt: 'Nhiễu' })]))
  approveStory(made)
  made.context.store.close()
  return folder
}

/** `limit` is the largest file the process may write, in KiB: the kernel refuses the rest as on a full disk. */
async function exportUnderLimit(folder: string, limit: number) {
  const script = `ulimit -f ${limit}; exec "$0" tests/workspace/export-child.ts "$1" "$2"`
  const { stdout } = await run('bash', ['-c', script, process.execPath, folder, articleId])
  return JSON.parse(stdout.slice(stdout.indexOf('{'))) as { state: string; failure: { code: string } | null }
}

test('an export on a full disk says so and leaves nothing half; with room again it succeeds (SAFE3)', {
  timeout: 120_000,
}, async () => {
  const folder = await makeWorkspaceWithNoise()
  const paths = workspacePaths(folder)
  const full = await exportUnderLimit(folder, 1024)
  expect(full).toMatchObject({ state: 'failed', failure: { code: 'disk-full' } })
  expect(readdirSync(paths.packages)).toEqual([])
  expect(readdirSync(paths.temporary)).toEqual([])
  expect((await exportUnderLimit(folder, 100_000)).state).toBe('done')
  expect(readdirSync(paths.packages)).toHaveLength(1)
})
