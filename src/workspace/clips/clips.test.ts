import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, test, vi } from 'vitest'
import { sha256Hex } from '../store/sha256.ts'
import { makeFolder, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import { h264, importFile, makeMedia, picture, renamed, tone } from './clip-making.test-kit.ts'

// each runs ffmpeg several times, which takes its time on a machine that does other things
vi.setConfig({ testTimeout: 120_000 })

async function open() {
  const folder = makeFolder()
  const workspace = await makeWorkspace(join(folder, 'kho'))
  const { owner } = await makeNewsroom(workspace)
  return { folder, workspace, owner }
}

test('a clip is named by the hash of its bytes and says what they are, whatever the file is called', async () => {
  const { folder, workspace, owner } = await open()
  const made = makeMedia(folder, 'a.mp4', `${picture(2, '30000/1001')} ${tone(2)} ${h264} -c:a aac`)
  const job = await importFile(workspace, owner, renamed(made, 'bản tin.avi'))
  expect(job).toMatchObject({ kind: 'clipImport', state: 'done', result: sha256Hex(readFileSync(made)) })
  expect(await owner.clips.get({ clip: String(job.result) })).toMatchObject({
    name: 'bản tin.avi',
    kind: 'video',
    width: 320,
    height: 180,
    frameRate: { numerator: 30000, denominator: 1001 },
    variable: false,
    hasAudio: true,
    playback: { state: 'original' },
    articles: [],
    tracks: [],
  })
})

test('a clip is attached to an article once, at its end', async () => {
  const { folder, workspace, owner } = await open()
  const article = uuidv7()
  await owner.articles.create({ id: article, language: 'vi', title: 'Lễ hội' })
  const made = makeMedia(folder, 'a.mp3', tone(1))
  const { result } = await importFile(workspace, owner, made)
  const clip = String(result)
  for (const id of [uuidv7(), uuidv7()]) await owner.clips.attach({ id, clip, article })
  const read = workspace.services.documents.read(`article:${article}`)
  expect(read.ok && read.value.blocks.map(({ kind }) => kind)).toEqual(['title', 'lead', 'paragraph', 'clip'])
  expect(await owner.clips.list({ article })).toMatchObject([
    { clip, articles: [{ article, title: 'Lễ hội' }] },
  ])
})

test('SAFE3: a file that is no media, empty, or broken is refused and leaves nothing', async () => {
  const { folder, workspace, owner } = await open()
  const whole = readFileSync(makeMedia(folder, 'a.mp4', `${picture(1)} ${h264}`))
  const files = [
    ['thư.mp4', Buffer.from('Kính gửi ban biên tập'), 'not-media'],
    ['rỗng.mp4', Buffer.alloc(0), 'file-empty'],
    ['cụt.mp4', whole.subarray(0, 3000), 'media-damaged'],
  ] as const
  for (const [name, bytes, code] of files) {
    writeFileSync(join(folder, name), bytes)
    expect(await importFile(workspace, owner, join(folder, name))).toMatchObject({
      state: 'failed',
      failure: { code },
    })
  }
  expect(await owner.clips.list({})).toEqual([])
  expect(readdirSync(workspace.services.paths.temporary).filter((name) => name.startsWith('asset-'))).toEqual(
    [],
  )
})
