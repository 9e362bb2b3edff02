import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { h264, makeMedia, picture, tone } from '#workspace/clips/clip-making.test-kit.ts'
import { makeFolder, makeNewsroom, makeWorkspace } from '#workspace/workspace.test-kit.ts'

// each runs ffmpeg several times, which takes its time on a machine that does other things
vi.setConfig({ testTimeout: 120_000 })

const program = new URL('./tramtin.ts', import.meta.url).pathname

function tramtin(...words: string[]) {
  return spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    env: { ...process.env, TRAMTIN_LANG: 'vi', TRAMTIN_PIN: '280926' },
  })
}

test('a clip is taken in and listed, a file that is none is named with the reason', async () => {
  const folder = makeFolder()
  const root = join(folder, 'kho')
  const workspace = await makeWorkspace(root)
  await makeNewsroom(workspace)
  await workspace.close()
  const clip = makeMedia(folder, 'lễ hội.mp4', `${picture(1)} ${tone(1)} ${h264} -c:a aac`)
  const taken = tramtin('clips', 'import', clip, program, '--profile', 'Chủ', '--workspace', root)
  expect(taken.status).toBe(1)
  expect(taken.stdout).toMatch(/Đã nhập clip .*lễ hội\.mp4 \(mã [0-9a-f]{64}\)/)
  expect(taken.stdout).toContain('không phải tệp phim hay tệp tiếng')
  const listed = tramtin('list', 'clips', '--workspace', root)
  expect(listed.stdout).toMatch(/1\.0 s {2}320×180 25\/1 fps {2}lễ hội\.mp4/)
})

test('peaks writes the outline of a file’s sound, whole or not at all', () => {
  const folder = makeFolder()
  const sound = makeMedia(folder, 'a.mp3', tone(2))
  const out = join(folder, 'a.json')
  expect(tramtin('peaks', sound, '--out', out)).toMatchObject({ status: 0, stderr: '' })
  const written = JSON.parse(readFileSync(out, 'utf8'))
  expect(written).toMatchObject({ name: 'a.mp3', bucketMs: 10 })
  expect(written.total).toBeGreaterThanOrEqual(200)
  expect(written.pairs).toHaveLength(written.total * 2)
  expect(Math.max(...written.pairs)).toBeGreaterThan(10)
  expect(tramtin('peaks', sound, '--out', out).status).toBe(1)
  const silent = makeMedia(folder, 'b.mp4', `${picture(1)} ${h264}`)
  expect(tramtin('peaks', silent, '--out', join(folder, 'b.json')).status).toBe(1)
  expect(existsSync(join(folder, 'b.json'))).toBe(false)
})
