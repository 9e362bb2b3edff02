import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { uuidv7 } from 'uuidv7'
import { expect, test, vi } from 'vitest'
import { h264, makeMedia, picture, tone } from '../clips/clip-making.test-kit.ts'
import { findResource } from '../files/resources.ts'
import { sha256Hex } from '../store/sha256.ts'
import { clientOf, makeFolder, makeWorkspace } from '../workspace.test-kit.ts'
import type { Workspace } from '../workspace.ts'
import {
  addTrack,
  approve,
  importClip,
  makePreset,
  makeRenderDesk,
  type RenderDesk,
  render,
  writePresets,
} from './render-making.test-kit.ts'

// real films are made: minutes on a machine that is busy
vi.setConfig({ testTimeout: 180_000 })

async function makeClipDesk(seconds = 4, presets = [makePreset()]) {
  const desk = await makeRenderDesk(presets)
  const path = makeMedia(makeFolder(), 'lễ hội.mp4', `${picture(seconds)} ${tone(seconds)} ${h264} -c:a aac`)
  return { desk, path, clip: await importClip(desk, path) }
}

async function approvedTrack(desk: RenderDesk, clip: string, language: string, texts: readonly string[]) {
  const document = await addTrack(desk, clip, language, texts)
  await approve(desk, document)
  return document
}

async function bytesAt({ services }: Workspace, url: string): Promise<Buffer> {
  const found = await findResource(services, new URL(url, 'http://localhost'))
  if (!found.ok) throw new Error(found.failure.code)
  return readFileSync(found.value.path)
}

test('FLOW2: approved words are burned in; the film is what was ordered, and made once', async () => {
  const { desk, path, clip } = await makeClipDesk()
  const { owner, workspace } = desk
  const before = sha256Hex(readFileSync(path))
  const document = await approvedTrack(desk, clip, 'vi', ['Khai mạc lễ hội', 'Mời bà con'])
  const order = { clip, tracks: [{ document, revision: 'approved' as const }] }
  const job = await render(owner, workspace, order)
  expect(job).toMatchObject({ kind: 'render', state: 'done', progress: 1, failure: null })
  const made = await owner.renders.get({ id: job.id })
  expect(made).toMatchObject({
    state: 'done',
    preview: false,
    tracks: [{ document, approved: true }],
    file: { width: 320, height: 180, frameRate: { numerator: 25, denominator: 1 }, subtitles: [] },
  })
  expect(made.file?.name).toBe('le-hoi-small-vi.mp4')
  expect(made.file?.durationMs).toBeCloseTo(4000, -2)
  expect(made.file?.loudness?.integrated).toBeCloseTo(-16, 0)
  const bytes = await bytesAt(workspace, made.file!.url)
  expect(sha256Hex(bytes)).toBe(made.file!.asset)
  expect((await owner.renders.log({ job: job.id })).text).toContain('libx264')
  const again = await render(owner, workspace, order)
  const second = await owner.renders.get({ id: again.id })
  expect(second.file?.asset).toBe(made.file?.asset)
  expect((await owner.renders.log({ job: again.id })).text).toBe('')
  expect((await owner.renders.list({ clip })).map(({ id }) => id)).toEqual([again.id, job.id])
  expect(sha256Hex(readFileSync(path)), 'MEDIA1').toBe(before)
  expect(
    readdirSync(workspace.services.paths.temporary).filter((name) => /render|derived/.test(name)),
  ).toEqual([])
})

test('FLOW2: words that nobody approved are refused; a preview of them says so in its picture', async () => {
  const { desk, clip } = await makeClipDesk()
  const { owner, workspace } = desk
  const document = await addTrack(desk, clip, 'vi', ['Chưa duyệt', 'Chưa duyệt'])
  const tracks = (revision: 'approved' | 'now') => [{ document, revision }]
  await expect(
    owner.renders.start({ id: uuidv7(), clip, preset: 'small', tracks: tracks('approved') }),
  ).rejects.toMatchObject({ data: { code: 'not-approved', facts: { document, language: 'vi' } } })
  const order = { clip, preset: 'small', atMs: 3000 }
  const shown = await owner.renders.frame({ ...order, tracks: tracks('now') })
  expect(shown).toMatchObject({ width: 320, height: 180 })
  await approve(desk, document)
  const same = await owner.renders.frame({ ...order, tracks: tracks('now') })
  const plain = await owner.renders.frame({ ...order, tracks: tracks('approved') })
  expect(same.url, 'what is approved is no preview').toBe(plain.url)
  // only the upper left corner tells the two apart
  expect(
    await differingRows(await bytesAt(workspace, shown.url), await bytesAt(workspace, plain.url)),
  ).toEqual({
    above: true,
    below: false,
  })
})

async function differingRows(one: Buffer, other: Buffer) {
  const [left, right] = await Promise.all(
    [one, other].map((png) => sharp(png).removeAlpha().raw().toBuffer()),
  )
  const differ = (from: number, to: number) =>
    left!.subarray(from * 960, to * 960).some((value, at) => Math.abs(value - right![from * 960 + at]!) > 40)
  return { above: differ(0, 60), below: differ(60, 180) }
}

test('soft subtitles stand in the film in order, the first one turned on', async () => {
  const { desk, clip } = await makeClipDesk(4, [makePreset({ subtitles: { kind: 'soft' } })])
  const { owner, workspace } = desk
  const vi = await approvedTrack(desk, clip, 'vi', ['Khai mạc', 'lễ hội'])
  const ko = await approvedTrack(desk, clip, 'ko', ['축제 개막'])
  const tracks = [vi, ko].map((document) => ({ document, revision: 'approved' as const }))
  const job = await render(owner, workspace, { clip, tracks })
  expect(job.failure).toBeNull()
  const { file } = await owner.renders.get({ id: job.id })
  expect(file?.subtitles).toEqual(['vie', 'kor'])
  expect(file?.name).toBe('le-hoi-small-vi-ko.mp4')
})

test('what cannot be made is refused before it is begun, and says why', async () => {
  const { desk, clip } = await makeClipDesk(4, [
    makePreset(),
    makePreset({ id: 'short', maxMs: 2000 }),
    makePreset({ id: 'tiny', maxBytes: 10_000 }),
  ])
  const { owner } = desk
  const other = await addTrack(desk, 'b'.repeat(64), 'vi', ['x'])
  const start = (order: object) => owner.renders.start({ id: uuidv7(), clip, preset: 'small', ...order })
  const code = (code: string, facts = {}) => ({ data: { code, facts: expect.objectContaining(facts) } })
  await expect(start({ preset: 'none' })).rejects.toMatchObject(code('preset-unknown'))
  await expect(start({ clip: 'c'.repeat(64) })).rejects.toMatchObject(code('clip-unknown'))
  await expect(start({ preset: 'short' })).rejects.toMatchObject(
    code('render-impossible', { reason: 'too-long', found: 4, limit: 2 }),
  )
  await expect(start({ preset: 'tiny' })).rejects.toMatchObject(
    code('render-impossible', { reason: 'too-large' }),
  )
  await expect(start({ range: { fromMs: 5000, toMs: 6000 } })).rejects.toMatchObject(
    code('render-impossible', { reason: 'range' }),
  )
  await expect(start({ tracks: [{ document: other, revision: 'now' }] })).rejects.toMatchObject(
    code('document-unknown'),
  )
  expect(await owner.renders.list({ clip })).toEqual([])
})

test('a character that no typeface here draws is told, never drawn as a box', async () => {
  const { desk, clip } = await makeClipDesk()
  const { owner, workspace } = desk
  const document = await approvedTrack(desk, clip, 'vi', ['Chữ \u{16980} lạ'])
  const job = await render(owner, workspace, { clip, tracks: [{ document, revision: 'approved' }] })
  expect(job).toMatchObject({
    state: 'failed',
    failure: { code: 'font-missing', facts: { characters: '\u{16980}' } },
  })
})

test('a render that is stopped leaves no half file, and is made by a second try', async () => {
  const { desk, clip } = await makeClipDesk(20, [makePreset({ video: slow })])
  const { owner, workspace } = desk
  const before = filesIn(workspace)
  const { job } = await owner.renders.start({ id: uuidv7(), clip, preset: 'small' })
  await vi.waitUntil(() => workspace.services.jobs.get(job)?.state === 'running')
  await owner.jobs.cancel({ id: job })
  expect(await workspace.services.jobs.ended(job)).toMatchObject({ state: 'cancelled' })
  expect(filesIn(workspace)).toEqual(before)
  const id = uuidv7()
  await owner.renders.retry({ id, render: job })
  expect(await workspace.services.jobs.ended(id)).toMatchObject({ state: 'done' })
})

const slow = { quality: 28, effort: 'medium', highestKbps: 2000, keySeconds: 1 }

function filesIn({ services: { paths } }: Workspace): readonly string[] {
  const inside = (folder: string) =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const left = inside(paths.temporary).filter((name) => /^(render|derived)/.test(name))
  return [...left, ...inside(join(paths.assets, 'derived'))]
}

test('a render that a stop of the program cut off begins again by itself, with the words it was ordered with', async () => {
  const { desk, clip } = await makeClipDesk(20, [makePreset({ video: slow })])
  const { owner, workspace, folder } = desk
  const before = filesIn(workspace)
  const document = await approvedTrack(desk, clip, 'vi', ['Khai mạc'])
  const { job } = await owner.renders.start({
    id: uuidv7(),
    clip,
    preset: 'small',
    tracks: [{ document, revision: 'approved' }],
  })
  await vi.waitUntil(() => workspace.services.jobs.get(job)?.state === 'running')
  const ordered = (await owner.renders.get({ id: job })).tracks
  await workspace.close()
  const opened = await makeWorkspace(folder, { presetsFolder: writePresets([makePreset({ video: slow })]) })
  expect(await opened.services.jobs.ended(job)).toMatchObject({ state: 'done', failure: null })
  const added = filesIn(opened).filter((name) => !before.includes(name))
  expect(added.filter((name) => /[0-9a-f]{64}$/.test(name))).toHaveLength(1)
  expect(ordered).toHaveLength(1)
})

test('a full disk is told as such and leaves nothing; with room again the same order is made (SAFE3)', async () => {
  const { desk, clip } = await makeClipDesk(4)
  const before = filesIn(desk.workspace)
  await desk.workspace.close()
  const program = join(makeFolder(), 'ffmpeg')
  // the kernel refuses what goes beyond: measured sound and listings write nothing
  writeFileSync(program, '#!/bin/sh\ntrap "" XFSZ\nulimit -f 8\nexec ffmpeg "$@"\n')
  chmodSync(program, 0o755)
  const order = { clip, preset: 'small' }
  vi.stubEnv('FFMPEG_PATH', program)
  vi.stubEnv('FFPROBE_PATH', '/usr/bin/ffprobe')
  const full = await makeWorkspace(desk.folder, { presetsFolder: writePresets([makePreset()]) })
  const again = await signedIn(full, desk)
  expect(await render(again, full, order)).toMatchObject({
    state: 'failed',
    failure: { code: 'disk-full' },
  })
  expect(filesIn(full)).toEqual(before)
  await full.close()
  vi.unstubAllEnvs()
  const roomy = await makeWorkspace(desk.folder, { presetsFolder: writePresets([makePreset()]) })
  expect(await render(await signedIn(roomy, desk), roomy, order)).toMatchObject({ state: 'done' })
})

async function signedIn(workspace: Workspace, { ownerId }: RenderDesk) {
  const client = clientOf(workspace, true)
  await client.session.signIn({ profile: ownerId, pin: '280926' })
  return client
}

test('a film that made way for others is told as gone and made again as it was', async () => {
  const { desk, clip } = await makeClipDesk(2)
  const { owner, workspace } = desk
  const { id } = await render(owner, workspace, { clip })
  const { file } = await owner.renders.get({ id })
  rmSync(join(workspace.services.paths.assets, 'derived'), { recursive: true })
  expect((await owner.renders.get({ id })).file).toBeNull()
  await expect(owner.renders.download({ id })).rejects.toMatchObject({ data: { code: 'render-gone' } })
  const second = await render(owner, workspace, { clip })
  expect(await owner.renders.download({ id: second.id })).toMatchObject({
    url: file?.url,
    bytes: file?.bytes,
  })
})
