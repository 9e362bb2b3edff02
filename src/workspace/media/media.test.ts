import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../workspace.test-kit.ts'
import { commandLine } from './command-line.ts'
import { createMedia } from './media-service.ts'
import { findPrograms } from './programs.ts'
import { createProgressReader } from './progress.ts'

const media = createMedia()

test('a command names its inputs, filters and output in ffmpeg’s order', () => {
  const words = commandLine((command) =>
    command
      .input('clip của tôi.mov')
      .inputOptions('-ss', '1.5')
      .videoFilters('scale=-2:90')
      .outputOptions('-an')
      .output('a.mp4'),
  )
  expect(words).toEqual([
    '-ss',
    '1.5',
    '-i',
    'clip của tôi.mov',
    '-y',
    '-filter:v',
    'scale=-2:90',
    '-an',
    'a.mp4',
  ])
})

test('progress is read in whatever pieces it comes', () => {
  const read = createProgressReader()
  expect(read('frame=12\nout_time_us=4800')).toBeUndefined()
  expect(read('00\nprogress=continue\nframe=N/A\n')).toEqual({ frames: 12, outMs: 480 })
  expect(read('out_time_us=N/A\nprogress=end\n')).toEqual({ frames: 12, outMs: 480 })
})

test('a named program that is not there is missing, whatever else is', async () => {
  const found = await findPrograms({ ...process.env, FFMPEG_PATH: '/nowhere/ffmpeg' })
  expect(found).toMatchObject({
    ok: false,
    failure: { code: 'media-tool-missing', facts: { tool: 'ffmpeg' } },
  })
})

test('what is found says its build, filters and encoders', async () => {
  const found = await media.programs()
  expect(found.ok && found.value.build).toMatch(/ffmpeg version/)
  expect(found.ok && found.value.encoders.has('libx264') && found.value.filters.has('scale')).toBe(true)
})

test('a run tells its progress, and a wrong one what ffmpeg said last', async () => {
  const folder = makeFolder()
  const told: number[] = []
  const good = await media.run({
    name: 'a',
    folder,
    arguments: ['-f', 'lavfi', '-i', 'testsrc2=d=2:s=64x64:r=25', '-c:v', 'libx264', 'a.mp4'],
    progress: ({ outMs }) => void told.push(outMs),
  })
  expect(good.result).toMatchObject({ ok: true, value: { frames: 50 } })
  expect(told.at(-1)).toBeGreaterThan(1800)
  const wrong = await media.run({
    name: 'clip',
    arguments: ['-i', join(folder, 'none.mp4'), '-f', 'null', '-'],
  })
  expect(wrong.result).toMatchObject({
    ok: false,
    failure: { code: 'media-failed', facts: { name: 'clip' } },
  })
  expect(wrong.log).toMatch(/No such file/)
})

test('an aborted run is gone with all it started, at once', async () => {
  const folder = makeFolder()
  const script = join(folder, 'ffmpeg')
  writeFileSync(script, `#!/bin/sh\nsleep 300 &\necho $! > ${folder}/child\nwait\n`)
  chmodSync(script, 0o755)
  const { runProgram } = await import('./run.ts')
  const stop = new AbortController()
  const run = runProgram(script, { name: 'a', arguments: [], signal: stop.signal })
  while (!existsSync(join(folder, 'child')) || statSync(join(folder, 'child')).size === 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
  stop.abort()
  expect((await run).result).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  const child = execFileSync('cat', [join(folder, 'child')], { encoding: 'utf8' }).trim()
  const state = () => execFileSync('ps', ['-o', 'stat=', '-p', child], { encoding: 'utf8' }).trim()
  await expect.poll(() => attempt(state)).toMatch(/^$|^Z/)
})

function attempt(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}

test('a play list that names other files is not opened', async () => {
  const folder = makeFolder()
  const list = join(folder, 'a.mp4')
  writeFileSync(list, "ffconcat version 1.0\nfile '/etc/hostname'\n")
  expect(await media.probe({ path: list, name: 'a.mp4' })).toMatchObject({
    ok: false,
    failure: { code: 'media-damaged' },
  })
})
