import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { call } from '@orpc/server'
import { expect, test } from 'vitest'
import { failure } from '#contract/failures.ts'
import type { PackageRow } from '#contract/packages.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { translationDocument } from '#domain/document-id.ts'
import { packageManifest } from '#domain/package-manifest.ts'
import { fail, succeed } from '#domain/result.ts'
import { credited, makePicture } from '#workspace/assets/picture-making.test-kit.ts'
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
  translateStory,
  valued,
  writeStory,
} from './package-making.test-kit.ts'
import { packagesRouter } from './router.ts'
import { verifyPackage } from './verify/verify-package.ts'

const english = translationDocument({ article: articleId, language: 'en' })
const picture = makePicture({ width: 700, height: 500, texts: credited })
const inEnglish = (source: string) => `EN ${source}`

/** An illustrated story, approved, with its English translation. */
async function makeTranslated(request: Parameters<typeof makeNewsroomWorkspace>[0] = {}) {
  const made = await makeNewsroomWorkspace(request)
  const { hash } = await addPicture(made, await picture)
  const figure = block('f', 'figure', 'Đồi chè', { asset: hash, alt: 'Đồi chè xanh', credit: 'Ảnh: Nam' })
  await writeStory(made, makeStory([figure]))
  approveStory(made)
  await translateStory(made, 'en', inEnglish)
  return { ...made, figure }
}

async function makeApprovedTwice() {
  const made = await makeTranslated()
  approveStory(made, english)
  return made
}

function folderOf({ context }: MadeWorkspace, { id, zipName }: PackageRow): string {
  return join(packageFolder(context.paths, id), zipName.replace(/\.zip$/, ''))
}

async function exported(made: MadeWorkspace, ...languages: string[]) {
  const row = await exportedStory(made, made.reporter, { languages })
  const folder = folderOf(made, row)
  return { row, folder, read: (path: string) => readFileSync(join(folder, path), 'utf8') }
}

async function codes(made: MadeWorkspace, folder: string) {
  return valued(await verifyPackage(folder, made.rootKey)).problems.map(({ code, file }) => `${code} ${file}`)
}

test('a package carries every approved language, each with its own revision, approval and pages', async () => {
  const made = await makeApprovedTwice()
  const { row, folder, read } = await exported(made, 'vi', 'en')
  expect(row).toMatchObject({ languages: ['vi', 'en'], warnings: [], title: 'Khai mạc Lễ hội Trà' })
  expect(row.zipName).toBe('20261124-portal-khai-mac-le-hoi-tra-vi-en.zip')
  const manifest = packageManifest.parse(JSON.parse(read('manifest.json')))
  expect(manifest.texts.map(({ language, document }) => [language, document])).toEqual([
    ['vi', `article:${articleId}`],
    ['en', english],
  ])
  expect(new Set(manifest.texts.map(({ revision }) => revision)).size).toBe(2)
  expect(new Set(manifest.texts.map(({ approval }) => approval)).size).toBe(2)
  expect(readdirSync(join(folder, 'approvals'))).toHaveLength(6)
  expect(await verifyPackage(folder, made.rootKey)).toMatchObject({ value: { outcome: 'valid', records: 6 } })
  expect(await verifyPackage(`${folder}.zip`, made.rootKey)).toMatchObject({ value: { outcome: 'valid' } })
})

test('pages name each other; a picture is there once, its words in each language', async () => {
  const made = await makeApprovedTwice()
  const { folder, read } = await exported(made, 'vi', 'en')
  const page = read('en/index.html')
  expect(page).toContain('<html lang="en"')
  for (const language of ['vi', 'en']) {
    const link = `<link rel="alternate" hreflang="${language}" href="../${language}/index.html">`
    expect(page).toContain(link)
    expect(read('vi/index.html')).toContain(link)
  }
  expect(page).toContain('alt="EN Đồi chè xanh"')
  expect(page).toContain('EN Ảnh: Nam')
  expect(page).toContain('<a lang="vi" hreflang="vi" href="../vi/index.html">Tiếng Việt</a>')
  expect(JSON.parse(read('en/article.ninjs.json'))).toMatchObject({
    uri: `urn:uuid:${articleId}#en`,
    language: 'en',
    title: 'EN Khai mạc Lễ hội Trà',
  })
  const alone = await exported(made, 'vi')
  expect(alone.read('vi/index.html')).not.toContain('hreflang')
  expect(readdirSync(join(folder, 'pictures'))).toEqual(readdirSync(join(alone.folder, 'pictures')))
})

test('the order in which languages are asked for changes no byte (SAME1)', async () => {
  const made = await makeApprovedTwice()
  const zip = ({ id, zipName }: PackageRow) => readFileSync(packageZipPath(made.context.paths, id, zipName))
  const first = await exported(made, 'vi', 'en')
  made.clock.move(60_000)
  const second = await exported(made, 'en', 'vi', 'en')
  expect(zip(second.row).equals(zip(first.row))).toBe(true)
})

test('a translation that nobody approved, or that is not there, stays behind and is named (FLOW2)', async () => {
  const { row, folder } = await (async () => {
    const made = await makeTranslated()
    return exported(made, 'vi', 'en', 'ko', 'fr')
  })()
  expect(row.languages).toEqual(['vi'])
  expect(row.warnings).toEqual([
    { code: 'notApproved', facts: { language: 'en' } },
    { code: 'notTranslated', facts: { language: 'ko' } },
    { code: 'notTaken', facts: { language: 'fr' } },
  ])
  expect(readdirSync(folder)).not.toContain('en')
})

test('after a late change of the source the approved translation leaves, marked stale (FLOW1, FLOW2)', async () => {
  const made = await makeApprovedTwice()
  const before = await exported(made, 'vi', 'en')
  const late = block('p', 'paragraph', 'Sáng 25/11, lễ hội mở cửa đón khách.')
  const story = makeStory([made.figure])
  await rewriteStory(made, { ...story, blocks: story.blocks.map((each) => (each.id === 'p' ? late : each)) })
  approveStory(made)
  const after = await exported(made, 'vi', 'en')
  expect(after.row.warnings).toEqual([{ code: 'stale', facts: { language: 'en' } }])
  expect(after.read('vi/index.html')).toContain('Sáng 25/11')
  expect(after.read('en/index.html')).toBe(before.read('en/index.html'))
  expect(await codes(made, after.folder)).toEqual([])
})

test('newer words of a translation do not leave before they are approved (FLOW2)', async () => {
  const made = await makeApprovedTwice()
  await translateStory(made, 'en', (source) => `NEW ${source}`)
  const { row, read } = await exported(made, 'en')
  expect(row.warnings).toEqual([{ code: 'newerUnapproved', facts: { language: 'en' } }])
  expect(row.zipName).toBe('20261124-portal-en-khai-mac-le-hoi-tra-en.zip')
  expect(read('en/index.html')).not.toContain('NEW')
})

test('a translation whose source nobody approved does not leave (FLOW2)', async () => {
  const made = await makeNewsroomWorkspace()
  await writeStory(made, makeStory())
  await translateStory(made, 'en', inEnglish)
  approveStory(made, english)
  await expect(exportStory(made, made.reporter, { languages: ['en'] })).rejects.toMatchObject({
    data: failure('not-approved', { document: `article:${articleId}`, language: 'vi' }),
  })
})

test('a translation held back for a stamp stays behind; its story goes (SEC1)', async () => {
  const held = failure('secret-unjudged', { document: english })
  const made = await makeTranslated({
    mayLeave: (document) => (document === english ? fail(held) : succeed(null)),
  })
  approveStory(made, english)
  const { row } = await exported(made, 'vi', 'en')
  expect(row).toMatchObject({ languages: ['vi'], warnings: [{ code: 'held', facts: { language: 'en' } }] })
})

test('readiness tells of each language how it stands', async () => {
  const made = await makeApprovedTwice()
  await translateStory(made, 'ko', (source) => `KO ${source}`)
  const ready = await call(
    packagesRouter(made.context).readiness,
    { article: articleId },
    { context: made.reporter },
  )
  expect(ready.map(({ language, translation, state }) => [language, translation, state])).toEqual([
    ['vi', false, 'ready'],
    ['en', true, 'ready'],
    ['ko', true, 'notApproved'],
  ])
})

test('a page of one language can be looked at before a package is made', async () => {
  const made = await makeTranslated()
  const order = { article: articleId, channel: 'portal', language: 'en', mediaOrigin: '' }
  const look = () => call(packagesRouter(made.context).page, order, { context: made.reporter })
  expect(await look()).toMatchObject({ approvedAt: null, html: expect.stringContaining('EN Đồi chè xanh') })
  approveStory(made, english)
  expect((await look()).approvedAt).toBe(made.clock.now())
})

test('a language that says it is another’s, or is there twice, does not verify', async () => {
  const made = await makeApprovedTwice()
  const { folder } = await exported(made, 'vi', 'en')
  const path = join(folder, 'manifest.json')
  const manifest = packageManifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  const forge = (texts: typeof manifest.texts) => writeFileSync(path, canonicalJson({ ...manifest, texts }))
  forge(manifest.texts.map((text) => ({ ...text, document: `article:${articleId}` })))
  expect(await codes(made, folder)).toContain('revisionWrong en/revision.json')
  forge([...manifest.texts, ...manifest.texts])
  expect(await codes(made, folder)).toEqual(['manifestInvalid manifest.json'])
})
