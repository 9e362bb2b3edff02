import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { workspacePaths } from '../store/paths.ts'
import { sha256Hex } from '../store/sha256.ts'
import { clientOf, makeFolder, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import { makeMedia, picture, untilMade } from './clip-making.test-kit.ts'

vi.setConfig({ testTimeout: 240_000 })
const run = promisify(execFile)
const program = 'tests/workspace/clip-import-child.ts'

async function prepare() {
  const folder = makeFolder()
  const root = join(folder, 'kho')
  const workspace = await makeWorkspace(root)
  const { ownerId } = await makeNewsroom(workspace)
  await workspace.close()
  const clip = makeMedia(folder, 'clip.mkv', `${picture(60, '25', '640x360')} -c:v mpeg2video -q:v 8`)
  return { root, clip, words: [program, root, ownerId, '280926', clip] }
}

/** Every file among the originals and the derived ones has the bytes that it is named by. */
function wrongFiles(root: string): readonly string[] {
  const { assets } = workspacePaths(root)
  if (!existsSync(assets)) return []
  const names = readdirSync(assets, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => /[0-9a-f]{64}$/.test(name))
  return files.filter((name) => sha256Hex(readFileSync(join(assets, name))) !== name.slice(-64))
}

test('SAFE3: an import or a copy that is killed leaves nothing half, and goes on at the next start', async () => {
  const { root, clip, words } = await prepare()
  for (const [moment, wait] of [
    ['begun', 150],
    ['begun', 900],
    ['imported', 400],
  ] as const) {
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    while (!said.includes(moment)) await pause(20)
    await pause(wait)
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(wrongFiles(root), `${moment} ${wait}`).toEqual([])
  }
  const workspace = await makeWorkspace(root)
  const { temporary } = workspace.services.paths
  const left = existsSync(temporary) ? readdirSync(temporary) : []
  expect(left.filter((name) => name.startsWith('asset-'))).toEqual([])
  const client = clientOf(workspace)
  const hash = sha256Hex(readFileSync(clip))
  // it was killed after it said that the clip is in
  expect(await client.clips.list({})).toMatchObject([{ clip: hash }])
  expect((await untilMade(client, hash)).playback.state).toBe('proxy')
  expect(wrongFiles(root)).toEqual([])
})

test('SAFE3: an import on a full disk says so and leaves nothing', async () => {
  const { root, words } = await prepare()
  const script = 'ulimit -f 200; exec "$0" "$@"'
  const { stdout } = await run('bash', ['-c', script, process.execPath, ...words])
  expect(JSON.parse(stdout.slice(stdout.indexOf('{')))).toMatchObject({
    result: null,
    failure: { code: 'disk-full' },
  })
  const workspace = await makeWorkspace(root)
  expect(await clientOf(workspace).clips.list({})).toEqual([])
  expect(wrongFiles(root)).toEqual([])
})
