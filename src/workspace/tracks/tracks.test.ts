import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { changeCueText, removeCues, setTimes } from '#documents/track/edit-track.ts'
import { readTrack } from '#documents/track/read-track.ts'
import { type DocumentId, trackDocument } from '#domain/document-id.ts'
import { tortureSrt } from '#tests/fixtures/subtitles/torture.ts'
import { grantFile, h264, importFile, makeMedia, picture } from '../clips/clip-making.test-kit.ts'
import { type Client, makeFolder, makeNewsroom, makeWorkspace } from '../workspace.test-kit.ts'
import type { Workspace } from '../workspace.ts'

const plain = (text: string) => (text === '' ? [] : [{ text, marks: {} }])

async function open() {
  const folder = makeFolder()
  const workspace = await makeWorkspace(join(folder, 'kho'))
  const { owner, ownerId, join: invite } = await makeNewsroom(workspace)
  const made = makeMedia(folder, 'Bản tin.mp4', `${picture(8)} ${h264}`)
  const { result } = await importFile(workspace, owner, made)
  return { folder, workspace, owner, ownerId, invite, clip: String(result) }
}

function subtitles(workspace: Workspace, folder: string, name: string, content: string | Uint8Array) {
  const path = join(folder, name)
  writeFileSync(path, content)
  return grantFile(workspace, path, name)
}

const two =
  '1\n00:00:00,000 --> 00:00:02,000\nGiá xăng tăng.\n\n2\n00:00:02,000 --> 00:00:04,000\nTừ 15 giờ.\n'

async function makeVietnamese(at: Awaited<ReturnType<typeof open>>, content: string = two) {
  const grant = subtitles(at.workspace, at.folder, 'vi.srt', content)
  const { track } = await at.owner.tracks.importFile({ grant, clip: at.clip, language: 'vi' })
  return track.document as DocumentId
}

/** Writes words into each cue of a track, in the order of time. */
async function write(
  { workspace, ownerId }: Awaited<ReturnType<typeof open>>,
  document: DocumentId,
  words: readonly string[],
) {
  await workspace.services.documents.edit(document, ownerId, (doc) => {
    for (const [at, cue] of readTrack(doc).cues.entries()) {
      changeCueText(doc, cue.id, cue.runs, plain(words[at] ?? ''))
    }
  })
}

function cuesOf({ workspace }: Awaited<ReturnType<typeof open>>, document: DocumentId) {
  const track = workspace.services.documents.inspect(document, readTrack)
  if (!track.ok) throw new Error(JSON.stringify(track.failure))
  return track.value.cues
}

test('a track is begun once for a clip and a language, and counts frames as its clip does', async () => {
  const { owner, clip } = await open()
  const track = await owner.tracks.create({ clip, language: 'VI' })
  expect(track).toMatchObject({
    document: `track:${clip}:vi`,
    name: 'Bản tin.mp4',
    frameRate: { numerator: 25, denominator: 1 },
    cues: 0,
    state: 'draft',
    readiness: 'notApproved',
  })
  await owner.tracks.create({ clip, language: 'vi' })
  expect(await owner.tracks.list({ clip })).toHaveLength(1)
  await expect(owner.tracks.create({ clip, language: 'en', from: 'ko' })).rejects.toMatchObject({
    data: { code: 'track-source-wrong' },
  })
  await expect(owner.tracks.create({ clip: 'f'.repeat(64), language: 'vi' })).rejects.toMatchObject({
    data: { code: 'clip-unknown' },
  })
})

test('FLOW1: a translation has the times of its source, and shows what changed there since it was written', async () => {
  const at = await open()
  const { owner, clip, workspace, ownerId } = at
  const source = await makeVietnamese(at)
  const english = await owner.tracks.create({ clip, language: 'en', from: 'vi' })
  expect(english).toMatchObject({ source: 'vi', cues: 2, open: 2, stale: 0 })
  const document = english.document as DocumentId
  await write(at, document, ['Petrol prices rise.', 'From 3 p.m.'])
  expect(await owner.tracks.get({ document })).toMatchObject({ open: 0, stale: 0 })
  await workspace.services.documents.edit(source, ownerId, (doc) => {
    const [first, second] = readTrack(doc).cues
    if (first) changeCueText(doc, first.id, first.runs, plain('Giá xăng giảm.'))
    if (second) setTimes(doc, [{ ...second, end: 4400 }])
  })
  const stale = (await owner.tracks.list({ clip })).map((track) => `${track.language} ${track.stale}`)
  expect(stale.sort()).toEqual(['en 2', 'vi 0'])
})

test('a file is read with its encoding, and its problems by line; a torture file goes in and comes out as it was', async () => {
  const at = await open()
  const { owner, workspace, folder, clip } = at
  const grant = subtitles(workspace, folder, 'tra-tan.srt', tortureSrt)
  const read = await owner.tracks.readFile({ grant })
  expect(read).toMatchObject({ format: 'srt', certain: true })
  expect(read.problems.length).toBeGreaterThan(0)
  const { track, file } = await owner.tracks.importFile({ grant, clip, language: 'vi' })
  expect([track.cues, file.cues]).toEqual([read.cues, read.cues])
  const { document } = track
  expect((await owner.tracks.exportFile({ document, format: 'srt' })).text).toBe(read.text)
})

test('cues that are there are replaced only when that was said, and stay as a version (SAFE2, SAFE3)', async () => {
  const at = await open()
  const { owner, workspace, folder, clip } = at
  const document = await makeVietnamese(at)
  const other = '1\n00:00:01,000 --> 00:00:02,000\nKhác.\n'
  const grant = subtitles(workspace, folder, 'khac.srt', other)
  await expect(owner.tracks.importFile({ grant, clip, language: 'vi' })).rejects.toMatchObject({
    data: { code: 'track-not-empty', facts: { cues: 2 } },
  })
  expect(cuesOf(at, document)).toHaveLength(2)
  await owner.tracks.importFile({ grant, clip, language: 'vi', replace: true })
  expect(cuesOf(at, document)).toMatchObject([{ runs: [{ text: 'Khác.' }] }])
  const [kept] = await owner.revisions.list({ document })
  await owner.revisions.restore({ id: uuidv7(), document, revision: kept?.revision ?? '' })
  expect(cuesOf(at, document).map(({ start, runs }) => [start, runs[0]?.text])).toEqual([
    [0, 'Giá xăng tăng.'],
    [2000, 'Từ 15 giờ.'],
  ])
})

test('what a format cannot hold is named; a kept revision is written as it was', async () => {
  const at = await open()
  const { owner, workspace, folder, clip, ownerId } = at
  const styled = 'WEBVTT\n\nNOTE Lan dịch\n\nmo\n00:00.000 --> 00:02.000 line:0\n<v Lan>Chào</v>\n'
  const grant = subtitles(workspace, folder, 'a.vtt', styled)
  const { track } = await owner.tracks.importFile({ grant, clip, language: 'vi' })
  const document = track.document as DocumentId
  const srt = await owner.tracks.exportFile({ document, format: 'srt' })
  expect(srt).toMatchObject({
    name: 'ban-tin.vi.srt',
    text: '1\n00:00:00,000 --> 00:00:02,000\n{\\an8}Chào\n',
  })
  expect(srt.losses.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['notes', 'voices']))
  const { revision } = await owner.revisions.keep({ id: uuidv7(), document, name: 'x' })
  await workspace.services.documents.edit(document, ownerId, (doc) =>
    removeCues(
      doc,
      readTrack(doc).cues.map(({ id }) => id),
    ),
  )
  const kept = await owner.tracks.exportFile({ document, revision, format: 'webvtt' })
  expect(kept.text).toContain('00:00:00.000 --> 00:00:02.000 line:0\n<v Lan>Chào</v>')
})

async function approve(approver: Client) {
  const { items } = await approver.workflow.queue()
  await approver.workflow.approve({ id: uuidv7(), submission: items[0]?.submission ?? '' })
}

test('FLOW2: subtitles are sent, compared, approved by another, and are stale when their source changes', async () => {
  const at = await open()
  const { owner, clip, invite, workspace, ownerId } = at
  const approver = await invite('Bùi Thị Duyệt', 'approver')
  const source = await makeVietnamese(at)
  const { document } = await owner.tracks.create({ clip, language: 'en', from: 'vi' })
  const english = document as DocumentId
  await write(at, english, ['Petrol prices rise.', 'From 3 p.m.'])
  await owner.workflow.submit({ id: uuidv7(), document })
  const { items } = await approver.workflow.queue()
  expect(items).toMatchObject([{ document, title: 'Bản tin.mp4', language: 'en', words: 6, blocked: null }])
  await approve(approver)
  expect(await owner.tracks.get({ document })).toMatchObject({ state: 'approved', readiness: 'ready' })

  await workspace.services.documents.edit(english, ownerId, (doc) => {
    const [first] = readTrack(doc).cues
    if (first) setTimes(doc, [{ ...first, end: 1900 }])
  })
  expect(await owner.tracks.get({ document })).toMatchObject({ readiness: 'newerUnapproved' })
  await owner.workflow.submit({ id: uuidv7(), document })
  const again = await approver.workflow.queue()
  const changes = await approver.workflow.changes({ submission: again.items[0]?.submission ?? '' })
  expect(changes.blocks.filter(({ change }) => change !== 'same')).toMatchObject([
    {
      attributes: [{ name: 'times', from: '00:00:00,000 → 00:00:02,000', to: '00:00:00,000 → 00:00:01,900' }],
    },
  ])
  await approve(approver)
  await write(at, source, ['Giá xăng giảm.', 'Từ 15 giờ.'])
  expect(await owner.tracks.get({ document })).toMatchObject({ readiness: 'stale', stale: 1 })
})

test('SEC1: a subtitle file with a stamp is refused whole, and a stamp that is typed is purged from all tracks', async () => {
  const at = await open()
  const { owner, workspace, folder, clip } = at
  const stamped = subtitles(
    workspace,
    folder,
    'mat.srt',
    `${two}\n3\n00:00:05,000 --> 00:00:06,000\nTUYỆT MẬT\n`,
  )
  await expect(owner.tracks.importFile({ grant: stamped, clip, language: 'vi' })).rejects.toMatchObject({
    data: { code: 'secret-stamp' },
  })
  expect(await owner.tracks.list({})).toEqual([])
  const source = await makeVietnamese(at)
  const { document } = await owner.tracks.create({ clip, language: 'en', from: 'vi' })
  await write(at, document as DocumentId, ['The secret word', 'From 3 p.m.'])
  await owner.revisions.keep({ id: uuidv7(), document, name: 'trước' })
  await write(at, source, ['TUYỆT MẬT', 'Từ 15 giờ.'])
  await expect(owner.workflow.submit({ id: uuidv7(), document: source })).rejects.toMatchObject({
    data: { code: 'secret-stamp' },
  })
  const [hit] = await owner.secrets.hits({ document: source })
  await owner.secrets.purge({ id: uuidv7(), document: source, hit: hit?.hit ?? '' })
  expect(cuesOf(at, source).map(({ runs }) => runs[0]?.text)).toEqual(['Từ 15 giờ.'])
  expect(cuesOf(at, document as DocumentId).map(({ runs }) => runs[0]?.text)).toEqual(['From 3 p.m.'])
  workspace.services.store.flush()
  const bytes = readFileSync(join(workspace.services.paths.root, 'workspace.sqlite')).toString('latin1')
  for (const word of ['TUYỆT MẬT', 'Giá xăng tăng', 'The secret word']) {
    expect(bytes.includes(Buffer.from(word).toString('latin1')), word).toBe(false)
  }
  expect(trackDocument({ clip, language: 'vi' })).toBe(source)
}, 30_000)

test('a story takes its clip and the clip’s subtitles along in a bundle', async () => {
  const at = await open()
  const { owner, clip, folder } = at
  const article = uuidv7()
  await owner.articles.create({ id: article, language: 'vi', title: 'Giá xăng' })
  await owner.clips.attach({ id: uuidv7(), clip, article })
  const document = await makeVietnamese(at)
  mkdirSync(join(folder, 'di'))
  const { file } = await owner.bundles.export({
    id: uuidv7(),
    scope: { kind: 'stories', articles: [article] },
    directory: join(folder, 'di'),
  })
  const other = await makeWorkspace(join(folder, 'máy khác'))
  const second = await joinOther(at.owner, other, folder)
  const grant = grantFile(other, file.path ?? '', 'a.tramtin')
  expect(await second.bundles.inspect({ grant })).toMatchObject({
    stories: [{ title: 'Giá xăng', documents: 2 }],
  })
  expect(await second.bundles.open({ grant })).toMatchObject({ fresh: 1, articles: [article] })
  expect(await second.clips.get({ clip })).toMatchObject({ name: 'Bản tin.mp4', durationMs: 8000 })
  expect(await second.tracks.list({ clip })).toMatchObject([{ document, cues: 2 }])
}, 30_000)

async function joinOther(owner: Client, workspace: Workspace, folder: string): Promise<Client> {
  const { clientOf } = await import('../workspace.test-kit.ts')
  const client = clientOf(workspace, true)
  const pin = '280926'
  const asked = await client.people.requestToJoin({ id: uuidv7(), name: 'Nguyễn Thị Lan', pin })
  await owner.people.admit({ id: uuidv7(), request: asked.requestFile, roles: ['editor'] })
  const { path } = await owner.bundles.invite({ id: uuidv7(), member: asked.profile.id, directory: folder })
  await client.bundles.join({ grant: grantFile(workspace, path ?? '', 'moi.tramtin') })
  await client.session.signIn({ profile: asked.profile.id, pin })
  return client
}
