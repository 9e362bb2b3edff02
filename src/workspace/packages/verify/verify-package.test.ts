import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, expect, test } from 'vitest'
import type { Verdict } from '#contract/packages.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { type PackageManifest, packageManifest, portalTemplate } from '#domain/package-manifest.ts'
import { pageStyle } from '#formats/portal-html/style.ts'
import { makeFolder } from '#tests/workspace/make-store.ts'
import { credited, makePicture } from '#workspace/assets/picture-making.test-kit.ts'
import { packageFolder } from '../../store/paths.ts'
import {
  addPicture,
  approveStory,
  block,
  exportedStory,
  makeNewsroomWorkspace,
  makeStory,
  valued,
  writeStory,
} from '../package-making.test-kit.ts'
import { verifyPackage } from './verify-package.ts'
import { writeHostileZip } from './zip-making.test-kit.ts'

const name = '20261124-portal-khai-mac-le-hoi-tra'
const kept = mkdtempSync(join(tmpdir(), 'tramtin-verify-'))
let making: Promise<string> | undefined
let rootKey = ''

afterAll(() => rmSync(kept, { recursive: true, force: true }))

/** One package, made by the first test that asks for it. */
function keepPackage(): Promise<string> {
  making ??= makeKeptPackage()
  return making
}

async function makeKeptPackage(): Promise<string> {
  const made = await makeNewsroomWorkspace()
  const picture = await addPicture(made, await makePicture({ width: 700, height: 500, texts: credited }))
  await writeStory(
    made,
    makeStory([block('f', 'figure', 'Đồi chè', { asset: picture.hash, alt: 'Đồi chè' })]),
  )
  approveStory(made)
  const row = await exportedStory(made, made.reporter)
  rootKey = made.rootKey
  await cp(packageFolder(made.context.paths, row.id), kept, { recursive: true })
  return join(kept, name)
}

async function copyPackage(): Promise<string> {
  const folder = join(makeFolder(), name)
  await cp(await keepPackage(), folder, { recursive: true })
  return folder
}

async function judge(path: string, root: string | null = rootKey): Promise<Verdict> {
  return valued(await verifyPackage(path, root))
}

async function codes(path: string, root?: string | null): Promise<readonly string[]> {
  return (await judge(path, root)).problems.map(({ code, file }) => `${code} ${file}`)
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
}

/** Changes the manifest and writes it as a forger would who knows the format. */
function forge(folder: string, change: (manifest: PackageManifest) => PackageManifest): void {
  const path = join(folder, 'manifest.json')
  const manifest = packageManifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  writeFileSync(path, canonicalJson(change(manifest)))
}

/** Replaces a file's content and gives it the right hash in the manifest. */
function replaceFile(folder: string, path: string, content: string | Buffer): void {
  writeFileSync(join(folder, path), content)
  const bytes = Buffer.from(content)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  forge(folder, (manifest) => ({
    ...manifest,
    files: manifest.files.map((file) =>
      file.path === path ? { ...file, sha256, bytes: bytes.length } : file,
    ),
  }))
}

test('a package is valid with the root it goes back to', async () => {
  expect(await judge(await keepPackage())).toMatchObject({ outcome: 'valid', problems: [], records: 4 })
  expect(await judge(`${await keepPackage()}.zip`)).toMatchObject({ outcome: 'valid', problems: [] })
})

test('without a trusted root it is intact and nobody vouches for it', async () => {
  const verdict = await judge(await keepPackage(), null)
  expect(verdict.outcome).toBe('intactUnknownSigner')
  expect(new Set(verdict.problems.map(({ code }) => code))).toEqual(new Set(['rootUnknown', 'signerUnknown']))
})

test('with another newsroom’s root it is intact and nobody vouches for it', async () => {
  const verdict = await judge(await keepPackage(), 'ab'.repeat(32))
  expect(verdict.outcome).toBe('intactUnknownSigner')
  expect(verdict.problems.map(({ code }) => code)).toContain('rootOther')
})

test('a changed byte in any file of the folder is named by that file', async () => {
  const folder = await copyPackage()
  for (const file of filesOf(folder)) {
    const path = join(folder, file)
    const before = readFileSync(path)
    for (const at of [0, Math.floor(before.length / 2), before.length - 1]) {
      flip(path, at)
      const verdict = await judge(folder)
      expect(verdict.outcome, `${file} at ${at}`).toBe('damaged')
      expect(
        verdict.problems.map((each) => each.file),
        `${file} at ${at}`,
      ).toContain(file)
      writeFileSync(path, before)
    }
  }
  expect(await codes(folder)).toEqual([])
})

test('a changed byte anywhere in the zip is told, between the files too', async () => {
  const zip = join(makeFolder(), `${name}.zip`)
  const before = readFileSync(`${await keepPackage()}.zip`)
  const step = Math.floor(before.length / 60)
  const tail = Array.from({ length: 40 }, (_, index) => before.length - 1 - index * 7)
  const places = [...Array.from({ length: 60 }, (_, index) => index * step), ...tail]
  for (const at of places) {
    writeFileSync(zip, before)
    flip(zip, at)
    expect((await judge(zip)).outcome, `byte ${at}`).toBe('damaged')
  }
})

test('a zip cut short or grown is damaged', async () => {
  const zip = join(makeFolder(), `${name}.zip`)
  const whole = readFileSync(`${await keepPackage()}.zip`)
  for (const bytes of [
    whole.subarray(0, whole.length / 2),
    whole.subarray(0, -1),
    Buffer.concat([whole, whole]),
  ]) {
    writeFileSync(zip, bytes)
    expect((await judge(zip)).outcome).toBe('damaged')
  }
})

test('missing and additional files are named', async () => {
  const folder = await copyPackage()
  rmSync(join(folder, 'vi/index.html'))
  writeFileSync(join(folder, 'vi/them.html'), '')
  expect(await codes(folder)).toEqual([
    'fileMissing vi/index.html',
    'fileExtra vi/them.html',
    'pageDiffers vi/index.html',
  ])
})

test('a link in the folder is not followed', async () => {
  const folder = await copyPackage()
  symlinkSync('/etc/hostname', join(folder, 'vi/lien-ket'))
  expect(await codes(folder)).toEqual(['pathUnsafe vi/lien-ket'])
})

test('a folder without a manifest, or with one that is not ours, is damaged', async () => {
  const folder = await copyPackage()
  forge(folder, (manifest) => ({ ...manifest, files: [...manifest.files].reverse() }))
  expect(await codes(folder)).toEqual(['manifestInvalid manifest.json'])
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ schema: 'other' }))
  expect(await codes(folder)).toEqual(['manifestInvalid manifest.json'])
  rmSync(join(folder, 'manifest.json'))
  expect(await codes(folder)).toEqual(['manifestMissing manifest.json'])
})

test('a manifest with the same meaning in other characters is refused', async () => {
  const folder = await copyPackage()
  const path = join(folder, 'manifest.json')
  writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), undefined, 1))
  expect(await codes(folder)).toEqual(['manifestInvalid manifest.json'])
})

test('a page with forged words and the right hash differs from the approved revision', async () => {
  const folder = await copyPackage()
  const page = readFileSync(join(folder, 'vi/index.html'), 'utf8')
  replaceFile(folder, 'vi/index.html', page.replace('200 gian hàng', '900 gian hàng'))
  expect(await codes(folder)).toEqual(['pageDiffers vi/index.html'])
})

test('forged ninjs with the right hash differs from the approved revision', async () => {
  const folder = await copyPackage()
  const ninjs = readFileSync(join(folder, 'vi/article.ninjs.json'), 'utf8')
  replaceFile(folder, 'vi/article.ninjs.json', ninjs.replace('Hoàng Nam', 'Người khác'))
  expect(await codes(folder)).toEqual(['ninjsDiffers vi/article.ninjs.json'])
})

test('another revision than the approved one is told, even with every hash made to fit (FLOW2)', async () => {
  const folder = await copyPackage()
  const path = 'vi/revision.json'
  const body = readFileSync(join(folder, path), 'utf8').replace('200 gian hàng', '900 gian hàng')
  replaceFile(folder, path, body)
  const revision = createHash('sha256').update(body).digest('hex')
  forge(folder, (manifest) => ({ ...manifest, texts: manifest.texts.map((text) => ({ ...text, revision })) }))
  const found = await codes(folder)
  expect(found).toContain('approvalWrong approvals')
  expect((await judge(folder)).outcome).toBe('damaged')
})

test('a package without its approval is not valid (FLOW2)', async () => {
  const folder = await copyPackage()
  const approval = filesOf(folder).find((path) => path.startsWith('approvals/approval-')) ?? ''
  rmSync(join(folder, approval))
  forge(folder, (manifest) => ({
    ...manifest,
    files: manifest.files.filter(({ path }) => path !== approval),
  }))
  expect(await codes(folder)).toContain('approvalMissing approvals')
})

test('a record with a forged signature is named', async () => {
  const folder = await copyPackage()
  const approval = filesOf(folder).find((path) => path.startsWith('approvals/approval-')) ?? ''
  const record = JSON.parse(readFileSync(join(folder, approval), 'utf8'))
  const signature = record.signature.startsWith('0')
    ? `1${record.signature.slice(1)}`
    : `0${record.signature.slice(1)}`
  replaceFile(folder, approval, canonicalJson({ ...record, signature }))
  expect(await codes(folder)).toContain(`recordInvalid ${approval}`)
})

test('a preview passed off as approved has no approval (FLOW2)', async () => {
  const folder = await copyPackage()
  forge(folder, (manifest) => ({
    ...manifest,
    texts: manifest.texts.map((text) => ({ ...text, approval: null })),
  }))
  expect(await codes(folder)).toContain('approvalMissing approvals')
})

test('an approved package declared a preview no longer verifies', async () => {
  const folder = await copyPackage()
  forge(folder, (manifest) => ({ ...manifest, preview: true }))
  expect((await judge(folder)).outcome).toBe('damaged')
})

test('a picture taken out of page and manifest is missed', async () => {
  const folder = await copyPackage()
  rmSync(join(folder, 'pictures'), { recursive: true })
  forge(folder, (manifest) => ({ ...manifest, files: manifest.files.filter(({ picture }) => !picture) }))
  expect(await codes(folder)).toContain('pictureMissing vi/revision.json')
})

test('a file that the manifest names and no approved text asks for is not explained', async () => {
  const folder = await copyPackage()
  writeFileSync(join(folder, 'vi/quang-cao.js'), 'alert(1)')
  forge(folder, (manifest) => {
    const sha256 = createHash('sha256').update('alert(1)').digest('hex')
    const added = {
      path: 'vi/quang-cao.js',
      sha256,
      bytes: 8,
      mediaType: 'text/javascript',
      language: null,
      picture: null,
    }
    const files = [...manifest.files, added].sort((left, right) => (left.path < right.path ? -1 : 1))
    return { ...manifest, files }
  })
  expect(await codes(folder)).toEqual(['fileUnexplained vi/quang-cao.js'])
})

test('a package made when pages looked otherwise is verified in the form it has', async () => {
  const folder = await copyPackage()
  const page = readFileSync(join(folder, 'vi/index.html'), 'utf8')
  replaceFile(folder, 'vi/index.html', page.replace(pageStyle(portalTemplate), pageStyle(1)))
  expect(await codes(folder)).toEqual(['pageDiffers vi/index.html'])
  forge(folder, (manifest) => ({ ...manifest, template: 1 }))
  expect(await codes(folder)).toEqual([])
})

test('a package of a newer template is not called valid', async () => {
  const folder = await copyPackage()
  forge(folder, (manifest) => ({ ...manifest, template: 999 }))
  expect(await codes(folder)).toEqual(['templateUnknown vi/index.html'])
})

test('another article’s id does not fit the approved document', async () => {
  const folder = await copyPackage()
  forge(folder, (manifest) => ({ ...manifest, article: uuidv7() }))
  expect(await codes(folder)).toContain('revisionWrong vi/revision.json')
})

test('a zip packed again from the right files is told apart; its folder is still valid', async () => {
  const folder = await copyPackage()
  const files = filesOf(folder).map((path) => ({
    path,
    content: readFileSync(join(folder, path)),
    compress: true,
  }))
  const path = await writeHostileZip(files)
  expect(await codes(path)).toEqual(['zipRepacked thu-nghiem.zip'])
})

test('what is not there, or no package at all, is said so', async () => {
  const nowhere = join(makeFolder(), 'khong-co')
  expect(await verifyPackage(nowhere, null)).toEqual({
    ok: false,
    failure: { code: 'not-found', facts: { what: nowhere } },
  })
  const folder = makeFolder()
  mkdirSync(join(folder, 'trong'))
  expect(await codes(folder)).toEqual(['manifestMissing manifest.json'])
  writeFileSync(join(folder, 'anh.zip'), 'không phải zip')
  expect((await judge(join(folder, 'anh.zip'))).outcome).toBe('damaged')
})
