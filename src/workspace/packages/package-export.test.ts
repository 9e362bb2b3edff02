import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { failure } from '#contract/failures.ts'
import { articleDocument } from '#domain/document-id.ts'
import { fail } from '#domain/result.ts'
import { makeFolder } from '#tests/workspace/make-store.ts'
import { credited, makePicture } from '#workspace/assets/picture-making.test-kit.ts'
import { readPictureMetadata } from '#workspace/assets/picture-metadata.ts'
import { packageFolder, packageZipPath } from '../store/paths.ts'
import {
  addPicture,
  approveStory,
  articleId,
  block,
  exportedStory,
  exportStory,
  type MadeWorkspace,
  makeNewsroomWorkspace,
  makeStory,
  rewriteStory,
  valued,
  writeStory,
} from './package-making.test-kit.ts'
import { sweepPackages } from './package-sweep.ts'
import { packagesRouter } from './router.ts'
import { verifyPackage } from './verify/verify-package.ts'

const day = 24 * 60 * 60 * 1000

async function makeApproved(
  metadata: Parameters<typeof makeStory>[1] = {},
  blocks = [block('e', 'paragraph', 'Hết.')],
) {
  const made = await makeNewsroomWorkspace()
  await writeStory(made, makeStory(blocks, metadata))
  approveStory(made)
  return made
}

async function makeIllustrated() {
  const made = await makeNewsroomWorkspace()
  const picture = await addPicture(made, await makePicture({ width: 1200, height: 800, texts: credited }))
  const figure = block('f', 'figure', 'Đồi chè', { asset: picture.hash, alt: 'Đồi chè', credit: 'Hoàng Nam' })
  await writeStory(made, makeStory([figure]))
  approveStory(made)
  return made
}

/** The failure an export meets, whether it is refused at once or in its job. */
async function refusalOf(made: MadeWorkspace, request: Parameters<typeof exportStory>[2] = {}) {
  try {
    return (await exportStory(made, made.reporter, request)).failure
  } catch (error) {
    return (error as { data: unknown }).data
  }
}

function zipBytes(made: MadeWorkspace, row: Readonly<{ id: string; zipName: string }>): Buffer {
  return readFileSync(packageZipPath(made.context.paths, row.id, row.zipName))
}

test('an approved article leaves as a folder and a zip that verify accepts', async () => {
  const made = await makeIllustrated()
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

test('the same revision exported another day by someone else is the same zip, byte for byte (SAME1)', async () => {
  const made = await makeIllustrated()
  const first = await exportedStory(made, made.reporter)
  made.clock.move(3 * day)
  const second = await exportedStory(made, made.approver)
  expect(second.at).toBeGreaterThan(first.at)
  expect(second.by).not.toEqual(first.by)
  expect(zipBytes(made, second).equals(zipBytes(made, first))).toBe(true)
  expect(second.manifest).toBe(first.manifest)
})

test('newcomers to the newsroom and newer drafts do not change a package’s bytes (SAME1)', async () => {
  const made = await makeApproved()
  const first = await exportedStory(made, made.reporter)
  await rewriteStory(made, makeStory([block('e', 'paragraph', 'Bản nháp mới.')]))
  const second = await exportedStory(made, made.reporter)
  expect(zipBytes(made, second).equals(zipBytes(made, first))).toBe(true)
})

test('only the approved text leaves, and newer text is named in a warning (FLOW2)', async () => {
  const made = await makeApproved()
  await rewriteStory(made, makeStory([block('e', 'paragraph', 'Chưa ai duyệt câu này.')]))
  const row = await exportedStory(made, made.reporter)
  expect(row.warnings).toEqual([{ code: 'newerUnapproved', facts: { language: 'vi' } }])
  const zip = zipBytes(made, row).toString('utf8')
  expect(zip).toContain('Hết.')
  expect(zip).not.toContain('Chưa ai duyệt câu này')
})

test('what nobody approved does not leave (FLOW2)', async () => {
  const made = await makeNewsroomWorkspace()
  await writeStory(made, makeStory())
  expect(await refusalOf(made)).toEqual({
    code: 'not-approved',
    facts: { document: articleDocument(articleId), language: 'vi' },
  })
})

test('a language nobody approved does not leave (FLOW2)', async () => {
  expect(await refusalOf(await makeApproved(), { languages: ['en'] })).toMatchObject({
    code: 'not-approved',
    facts: { language: 'en' },
  })
})

test('a preview holds today’s text, is marked in every file and is never vouched for (FLOW2)', async () => {
  const made = await makeApproved()
  await rewriteStory(made, makeStory([block('e', 'paragraph', 'Bản nháp mới.')]))
  const row = await exportedStory(made, made.reporter, { preview: true })
  expect(row).toMatchObject({ preview: true, zipName: 'preview-portal-khai-mac-le-hoi-tra.zip' })
  const folder = join(packageFolder(made.context.paths, row.id), 'preview-portal-khai-mac-le-hoi-tra')
  expect(readFileSync(join(folder, 'vi/index.html'), 'utf8')).toContain('Bản xem thử')
  expect(readFileSync(join(folder, 'vi/article.ninjs.json'), 'utf8')).toContain('"withheld"')
  expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toContain('"preview":true')
  const verdict = valued(await verifyPackage(folder, made.rootKey))
  expect(verdict.outcome).toBe('intactUnknownSigner')
  expect(verdict.problems.map(({ code }) => code)).toEqual(['preview'])
})

test('an internal article does not leave, not even as a preview', async () => {
  const made = await makeApproved({ internal: true })
  expect(await refusalOf(made)).toMatchObject({ code: 'internal-only' })
  expect(await refusalOf(made, { preview: true })).toMatchObject({ code: 'internal-only' })
})

test('an article that was approved and is now internal does not leave either', async () => {
  const made = await makeApproved()
  await rewriteStory(made, makeStory([], { internal: true }))
  expect(await refusalOf(made)).toMatchObject({ code: 'internal-only' })
})

test('a document that the stamp guard holds does not leave, not even as a preview (SEC1)', async () => {
  const held = failure('secret-stamp', { where: 'p', stamp: 'topSecret', excerpt: '…' })
  const made = await makeNewsroomWorkspace({ mayLeave: () => fail(held) })
  await writeStory(made, makeStory())
  approveStory(made)
  expect(await refusalOf(made)).toEqual(held)
  expect(await refusalOf(made, { preview: true })).toEqual(held)
})

test('an embargo goes with the package and into a warning, and does not hold it back', async () => {
  const embargo = '2026-12-01T07:00+07:00'
  const made = await makeApproved({ embargo })
  const row = await exportedStory(made, made.reporter)
  expect(row.warnings).toContainEqual({ code: 'embargo', facts: { until: embargo } })
})

test('a rendition keeps what its original says of itself, in the package itself', async () => {
  const made = await makeIllustrated()
  const row = await exportedStory(made, made.reporter)
  const folder = join(packageFolder(made.context.paths, row.id), row.zipName.replace('.zip', ''), 'pictures')
  const names = readdirSync(folder)
  expect(names).toHaveLength(3)
  for (const name of names) {
    expect((await readPictureMetadata(join(folder, name), 'image/jpeg')).texts).toEqual(credited)
  }
})

test('a small picture leaves once, not three times in one size', async () => {
  const made = await makeNewsroomWorkspace()
  const picture = await addPicture(made, await makePicture({ width: 300, height: 200 }))
  await writeStory(made, makeStory([block('f', 'figure', '', { asset: picture.hash, alt: 'Đồi chè' })]))
  approveStory(made)
  const row = await exportedStory(made, made.reporter)
  const folder = join(packageFolder(made.context.paths, row.id), row.zipName.replace('.zip', ''))
  expect(readdirSync(join(folder, 'pictures'))).toHaveLength(1)
})

test('an article whose picture is gone does not leave without it (SAFE3)', async () => {
  const made = await makeNewsroomWorkspace()
  await writeStory(made, makeStory([block('f', 'figure', '', { asset: 'a'.repeat(64) })]))
  approveStory(made)
  expect(await refusalOf(made)).toEqual({ code: 'asset-missing', facts: { asset: 'a'.repeat(64) } })
  expectNothingLeft(made)
})

function expectNothingLeft({ context }: MadeWorkspace): void {
  expect(readdirSync(context.paths.packages)).toEqual([])
  expect(existsSync(context.paths.temporary) ? readdirSync(context.paths.temporary) : []).toEqual([])
  expect(context.store.read.prepare('SELECT count(*) AS n FROM packages').get()).toEqual({ n: 0 })
}

test('who exported what is a signed record with the manifest’s hash', async () => {
  const made = await makeApproved()
  const row = await exportedStory(made, made.reporter)
  const [signed] = made.context.records.all().filter(({ record }) => record.kind === 'package')
  expect(signed?.record).toMatchObject({
    signer: made.reporter.profile,
    manifest: row.manifest,
    channel: 'portal',
  })
  const folder = join(packageFolder(made.context.paths, row.id), row.zipName.replace('.zip', ''))
  const manifest = createHash('sha256')
    .update(readFileSync(join(folder, 'manifest.json')))
    .digest('hex')
  expect(row.manifest).toBe(manifest)
})

test('a kept package is judged by the manifest it was made with: no other takes its place', async () => {
  const made = await makeApproved()
  const row = await exportedStory(made, made.reporter)
  const judge = () => call(packagesRouter(made.context).verify, { id: row.id }, { context: made.reporter })
  expect(await judge()).toMatchObject({ outcome: 'valid', problems: [] })
  await rewriteStory(made, makeStory([block('e', 'paragraph', 'Bản mới.')]))
  approveStory(made)
  const newer = await exportedStory(made, made.reporter)
  writeFileSync(packageZipPath(made.context.paths, row.id, row.zipName), zipBytes(made, newer))
  expect(await judge()).toMatchObject({
    outcome: 'damaged',
    problems: [{ code: 'fileChanged', file: 'manifest.json' }],
  })
})

test('the same id exports once', async () => {
  const made = await makeApproved()
  const id = uuidv7()
  const first = await exportedStory(made, made.reporter, { id })
  expect(await exportedStory(made, made.reporter, { id })).toEqual(first)
  expect(readdirSync(made.context.paths.packages)).toEqual([id])
})

test('a cancelled export leaves nothing half (SAFE3)', async () => {
  const made = await makeIllustrated()
  const id = uuidv7()
  const ended = exportStory(made, made.reporter, { id })
  await new Promise(setImmediate)
  made.context.jobs.cancel(id)
  expect((await ended).state).toBe('cancelled')
  expectNothingLeft(made)
})

test('a window may not name a folder', async () => {
  const made = await makeApproved()
  const directory = makeFolder()
  const window = { ...made.reporter, trusted: false }
  await expect(exportStory(made, window, { directory })).rejects.toMatchObject({
    data: { code: 'grant-unknown' },
  })
  expect(readdirSync(directory)).toEqual([])
})

test('into a folder of choice go the folder and the zip, and nothing else', async () => {
  const made = await makeIllustrated()
  const directory = join(makeFolder(), 'usb')
  const row = await exportedStory(made, made.reporter, { directory })
  expect(readdirSync(directory).sort()).toEqual([row.zipName.replace('.zip', ''), row.zipName])
  expect(row.path).toBe(join(directory, row.zipName.replace('.zip', '')))
  for (const name of readdirSync(directory)) {
    const verdict = valued(await verifyPackage(join(directory, name), made.rootKey))
    expect(verdict.outcome).toBe('valid')
  }
})

test('what lies in the folder of choice under the same name is never written over (SAFE3)', async () => {
  const made = await makeApproved()
  const directory = makeFolder()
  const taken = join(directory, '20261124-portal-khai-mac-le-hoi-tra.zip')
  writeFileSync(taken, 'của người khác')
  expect(await refusalOf(made, { directory })).toEqual({ code: 'target-exists', facts: { path: taken } })
  expect(readFileSync(taken, 'utf8')).toBe('của người khác')
  expectNothingLeft(made)
})

test('a folder of choice that is a file is told as it is, and nothing stays behind (SAFE3)', async () => {
  const made = await makeApproved()
  const directory = join(makeFolder(), 'tệp')
  writeFileSync(directory, '')
  expect(await refusalOf(made, { directory })).toMatchObject({ facts: { path: directory } })
  expectNothingLeft(made)
})

test('a package that was placed but not listed when the process died is swept at the start', async () => {
  const made = await makeApproved()
  const row = await exportedStory(made, made.reporter)
  mkdirSync(join(made.context.paths.packages, uuidv7(), 'nửa chừng'), { recursive: true })
  expect(sweepPackages(made.context)).toBe(1)
  expect(readdirSync(made.context.paths.packages)).toEqual([row.id])
})

test('a title in Chinese gives a file name by the article’s id', async () => {
  const made = await makeNewsroomWorkspace()
  await writeStory(made, chineseStory())
  approveStory(made)
  const row = await exportedStory(made, made.reporter, { languages: ['zh'] })
  expect(row.zipName).toBe('20261124-portal-article-0199a000.zip')
})

function chineseStory() {
  const story = makeStory([], { language: 'zh' })
  return { ...story, blocks: [block('t', 'title', '茶文化节开幕'), block('p', 'paragraph', '越南太原省。')] }
}
