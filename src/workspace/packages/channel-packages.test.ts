import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { EditionKind } from '#domain/channels.ts'
import { editionDocument } from '#domain/document-id.ts'
import { makePicture } from '#workspace/assets/picture-making.test-kit.ts'
import { createEdition, writeField } from '#workspace/editions/edition-editing.ts'
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
import { verifyPackage } from './verify/verify-package.ts'

const services = ({ context }: MadeWorkspace) => ({ ...context, portalStandings: () => [] })

async function makeEdited(channel: string, blocks = [block('e', 'paragraph', 'Hết.')]) {
  const made = await makeNewsroomWorkspace()
  await writeStory(made, makeStory(blocks, { topic: 'Lễ hội Trà' }))
  approveStory(made)
  const document = await begin(made, channel)
  return { made, document }
}

async function begin(made: MadeWorkspace, channel: string, language = 'vi') {
  const name = { article: articleId, channel, language }
  return valued(await createEdition(services(made), name, made.reporter.profile ?? ''))
}

async function exported(made: MadeWorkspace, channel: string, languages = ['vi']) {
  const row = await exportedStory(made, made.reporter, { channel, languages })
  const zip = packageZipPath(made.context.paths, row.id, row.zipName)
  const folder = join(packageFolder(made.context.paths, row.id), row.zipName.replace('.zip', ''))
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  return { row, zip, folder, read }
}

const files: Readonly<Record<EditionKind, readonly string[]>> = {
  facebook: ['vi/post.txt', 'vi/tags.txt', 'vi/text.txt'],
  youtube: ['localizations.json', 'vi/description.txt', 'vi/tags.txt', 'vi/title.txt'],
  tiktok: ['vi/caption.txt'],
  zalo: ['vi/author.txt', 'vi/summary.txt', 'vi/text.txt', 'vi/title.txt'],
  sms: ['vi/accented.txt', 'vi/parts.json', 'vi/unaccented.txt'],
  email: ['vi/message.eml'],
  led: ['vi/running.txt', 'vi/slides.txt'],
  loudspeaker: ['vi/script.txt', 'vi/sheet.html', 'vi/spoken.txt'],
}

for (const [kind, expected] of Object.entries(files)) {
  test(`an approved ${kind} text leaves with its approval, and verify takes the package and names a changed byte`, async () => {
    const { made, document } = await makeEdited(kind)
    approveStory(made, document)
    const { row, zip, folder } = await exported(made, kind)
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    const paths: string[] = manifest.files.map(({ path }: { path: string }) => path)
    expect(paths.filter((path) => !/^approvals|revision/.test(path))).toEqual(expected)
    expect(row.warnings).toEqual([])
    for (const place of [zip, folder]) {
      expect(valued(await verifyPackage(place, made.rootKey))).toMatchObject({
        outcome: 'valid',
        problems: [],
      })
    }
    for (const path of expected) {
      const whole = readFileSync(join(folder, path))
      const changed = Buffer.from(whole)
      changed[0] = (changed[0] ?? 0) ^ 1
      writeFileSync(join(folder, path), changed)
      const { problems } = valued(await verifyPackage(folder, made.rootKey))
      expect(problems.map(({ code, file }) => [code, file])).toContainEqual(['fileChanged', path])
      writeFileSync(join(folder, path), whole)
    }
  })
}

test('the text files hold exactly the field, and the same revision gives the same zip later (SAME1)', async () => {
  const { made, document } = await makeEdited('facebook')
  approveStory(made, document)
  const first = await exported(made, 'facebook')
  expect(first.read('vi/text.txt')).toBe(
    'Khai mạc Lễ hội Trà\n\nHơn 200 gian hàng góp mặt ở quảng trường Võ Nguyên Giáp.\n\nSáng 24/11, lễ hội mở cửa đón khách.\n\nHết.',
  )
  expect(first.read('vi/post.txt')).toBe(`${first.read('vi/text.txt')}\n\n#LễHộiTrà #TháiNguyên`)
  made.clock.move(86_400_000)
  const second = await exported(made, 'facebook')
  expect(readFileSync(second.zip).equals(readFileSync(first.zip))).toBe(true)
})

test('what nobody approved stays; newer words and a changed source are named (FLOW1, FLOW2)', async () => {
  const { made, document } = await makeEdited('facebook')
  const refusal = exportStory(made, made.reporter, { channel: 'facebook' })
  await expect(refusal).rejects.toMatchObject({ data: { code: 'not-approved', facts: { document } } })
  approveStory(made, document)
  const write = {
    document,
    field: 'text' as const,
    before: '',
    text: 'Chưa duyệt. ',
    profile: made.reporter.profile ?? '',
  }
  valued(await writeField(services(made), write))
  const newer = await exported(made, 'facebook')
  expect(newer.row.warnings).toEqual([{ code: 'newerUnapproved', facts: { language: 'vi' } }])
  expect(newer.read('vi/text.txt')).not.toContain('Chưa duyệt')
  await rewriteStory(made, makeStory([block('e', 'paragraph', 'Khác.')]))
  expect((await exported(made, 'facebook')).row.warnings).toEqual([
    { code: 'stale', facts: { language: 'vi' } },
  ])
})

test('a text longer than the channel takes is not made into files, and the field is named', async () => {
  const { made, document } = await makeEdited('sms')
  const profile = made.reporter.profile ?? ''
  valued(
    await writeField(services(made), { document, field: 'text', before: '', text: 'ệ'.repeat(202), profile }),
  )
  approveStory(made, document)
  await expect(exportStory(made, made.reporter, { channel: 'sms' })).rejects.toMatchObject({
    data: { code: 'edition-unfit', facts: { field: 'text', maximum: 3 } },
  })
})

test('pictures are numbered as they are posted, within the channel’s bytes; clips are named as left behind', async () => {
  const made = await makeNewsroomWorkspace()
  const one = await addPicture(made, await makePicture({ width: 1600, height: 1200 }), 'một.jpg')
  const two = await addPicture(made, await makePicture({ width: 900, height: 600 }), 'hai.jpg')
  const figure = (id: string, asset: string) =>
    block(id, 'figure', `Ảnh ${id}`, { asset, alt: 'Mô tả', credit: 'Hoàng Nam' })
  const clip = block('c', 'clip', 'Clip', { asset: 'c'.repeat(64) })
  await writeStory(made, makeStory([figure('1', one.hash), figure('2', two.hash), clip]))
  approveStory(made)
  for (const channel of ['zalo', 'email']) {
    approveStory(made, await begin(made, channel))
    const { row, folder, zip, read } = await exported(made, channel)
    expect(row.warnings).toEqual([{ code: 'clipStays', facts: { language: 'vi', clip: 'c'.repeat(16) } }])
    for (const name of ['vi/01.jpg', 'vi/02.jpg']) {
      expect(readFileSync(join(folder, name)).length).toBeLessThanOrEqual(1024 * 1024)
    }
    expect(valued(await verifyPackage(zip, made.rootKey)).problems).toEqual([])
    if (channel === 'email') expect(read('vi/message.eml').match(/Content-ID: </g)).toHaveLength(2)
  }
})

test('languages leave together, the story’s own first; a language without a text is named', async () => {
  const { made, document } = await makeEdited('youtube')
  const english = await translateStory(made, 'en', (source) => `EN ${source}`)
  approveStory(made, english)
  approveStory(made, document)
  const alone = await exported(made, 'youtube', ['en', 'vi'])
  expect(alone.row.warnings).toEqual([{ code: 'noEdition', facts: { language: 'en' } }])
  approveStory(made, await begin(made, 'youtube', 'en'))
  const both = await exported(made, 'youtube', ['en', 'vi'])
  expect(both.row.languages).toEqual(['vi', 'en'])
  expect(JSON.parse(both.read('localizations.json'))).toMatchObject({
    snippet: { defaultLanguage: 'vi', title: 'Khai mạc Lễ hội Trà' },
    localizations: { en: { title: 'EN Khai mạc Lễ hội Trà' } },
  })
  expect(valued(await verifyPackage(both.zip, made.rootKey)).problems).toEqual([])
})

test('a preview says that it is one inside every file (FLOW2)', async () => {
  const { made } = await makeEdited('facebook')
  const row = await exportedStory(made, made.reporter, { channel: 'facebook', preview: true })
  const folder = join(packageFolder(made.context.paths, row.id), row.zipName.replace('.zip', ''))
  expect(readFileSync(join(folder, 'vi/post.txt'), 'utf8')).toMatch(/^Bản xem thử – chưa duyệt/)
  expect(valued(await verifyPackage(folder, made.rootKey)).problems.map(({ code }) => code)).toEqual([
    'preview',
  ])
})

test('an edition’s revision of another channel does not pass for this one', async () => {
  const { made, document } = await makeEdited('zalo')
  approveStory(made, document)
  const { folder } = await exported(made, 'zalo')
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  manifest.texts[0].document = editionDocument({ article: articleId, channel: 'facebook', language: 'vi' })
  writeFileSync(path, JSON.stringify(manifest))
  expect(valued(await verifyPackage(folder, made.rootKey)).outcome).toBe('damaged')
})
