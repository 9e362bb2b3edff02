import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { call } from '@orpc/server'
import sharp from 'sharp'
import { uuidv7 } from 'uuidv7'
import { ZipFile } from 'yazl'
import type { Failure } from '#contract/failures.ts'
import { articleUpdate } from '#documents/article.ts'
import { type Article, emptyMetadata } from '#domain/article.ts'
import { articleDocument, type DocumentId, translationDocument } from '#domain/document-id.ts'
import type { Result } from '#domain/result.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { makeBounded } from '#workspace/binding/bounded.ts'
import type { ClientContext } from '#workspace/binding/clients.ts'
import { packageFolder } from '#workspace/store/paths.ts'
import { openWorkspace, type Workspace } from '#workspace/workspace.ts'
import { type Benchmark, quantile } from './benchmark.ts'

const articles = 60
const source = 'vi'
const translations = ['en', 'zh', 'ko'] as const
const rounds = 3
const jobsAtATime = 2
const paragraphs = 12
const sentencesInEach = 3
const pin = '280926'

type PackageFiles = readonly Readonly<{ path: string; bytes: Buffer }>[]

/**
 * Packages of approved articles in four approved languages, whose pictures are rendered already, against writing and
 * zipping the same bytes.
 */
export async function run(): Promise<Benchmark> {
  const folder = mkdtempSync(join(tmpdir(), 'tramtin-package-'))
  const opened = await openWorkspace(join(folder, 'w'), { keyCost: 1024 })
  if (!opened.ok) throw new Error(opened.failure.code)
  const workspace = opened.value
  try {
    const made = await makeApprovedArticles(workspace, folder)
    const exportAll = () =>
      Promise.all(made.articles.map((article) => exportArticle(workspace, made.reporter, article)))
    const held = new Map<string, Buffer>()
    const packages = (await exportAll()).map((id) => filesOf(workspace, id, held))
    const bounded = makeBounded(jobsAtATime)
    const writeAll = (round: number) =>
      Promise.all(
        packages.map((files, at) => bounded(() => writeAndZip(join(folder, `peer-${round}-${at}`), files))),
      )
    const samples = { ours: [] as number[], peer: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      samples.ours.push(await timed(exportAll))
      samples.peer.push(await timed(() => writeAll(round)))
    }
    return benchmarkOf(quantile(samples.ours, 0.5) / articles, quantile(samples.peer, 0.5) / articles)
  } finally {
    await workspace.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function benchmarkOf(value: number, peerValue: number): Benchmark {
  return {
    name: 'package',
    work: `a portal package of four languages and two pictures, ${articles} articles, two at a time`,
    peer: 'writing the same files, flushed, and zipping them, two at a time',
    value,
    peerValue,
    ratio: value / peerValue,
    goal: 1.3,
    notes: [
      `${articles} articles instead of 500: each is written, translated, sent and approved in four languages before.`,
      'Ours also plans, renders, hashes, flushes the folders, renames, signs and lists; pictures are rendered already.',
    ],
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

async function exportArticle(workspace: Workspace, client: ClientContext, article: string): Promise<string> {
  const order = { id: uuidv7(), article, channel: 'portal', languages: [source, ...translations] }
  const { job } = await call(workspace.router.packages.export, order, { context: client })
  const ended = await workspace.services.jobs.ended(job)
  if (ended.state !== 'done') throw new Error(JSON.stringify(ended.failure))
  return order.id
}

/** Pictures, which are named by what they hold, are held once. */
function filesOf({ services }: Workspace, id: string, held: Map<string, Buffer>): PackageFiles {
  const folder = packageFolder(services.paths, id)
  const inside = readdirSync(folder, { withFileTypes: true }).find((entry) => entry.isDirectory())
  const root = join(folder, inside?.name ?? '')
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(root.length + 1), bytes: readOnce(path, held) }))
}

function readOnce(path: string, held: Map<string, Buffer>): Buffer {
  const name = basename(path)
  const bytes = held.get(name) ?? readFileSync(path)
  if (name.endsWith('.jpg')) held.set(name, bytes)
  return bytes
}

/** The bare work: no rendering, hashing, signing or listing, but bytes that are on disk as ours are. */
async function writeAndZip(folder: string, files: PackageFiles): Promise<void> {
  await Promise.all([...new Set(files.map(({ path }) => dirname(join(folder, path))))].map(makeFolder))
  await Promise.all(files.map(({ path, bytes }) => writeFlushed(join(folder, path), bytes)))
  const zip = new ZipFile()
  for (const { path, bytes } of files) zip.addBuffer(bytes, path, { compress: false })
  zip.end()
  const output = createWriteStream(`${folder}.zip`, { flush: true })
  await pipeline(zip.outputStream as NodeJS.ReadableStream, output)
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true })
}

async function writeFlushed(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx')
  await file.writeFile(bytes)
  await file.sync()
  await file.close()
}

async function makeApprovedArticles(workspace: Workspace, folder: string) {
  const { router } = workspace
  const reporter = workspace.newClient('reporter', true)
  const approver = workspace.newClient('approver', true)
  const founding = { id: uuidv7(), newsroom: 'Báo Thái Nguyên', owner: 'Hoàng Nam', pin }
  const { recoveryFile } = await call(router.people.createNewsroom, founding, { context: reporter })
  await call(router.people.confirmRecovery, { recoveryFile }, { context: reporter })
  const member = { id: uuidv7(), name: 'Trần Thu Hà', roles: ['approver'] as ['approver'], pin }
  await call(router.people.addMember, member, { context: reporter })
  await call(router.session.signIn, { profile: member.id, pin }, { context: approver })
  const pictures = [await addPicture(workspace, folder, 1), await addPicture(workspace, folder, 2)]
  const made: string[] = []
  const two = { reporter, approver }
  for (let index = 0; index < articles; index += 1) made.push(await makeApproved(workspace, two, pictures))
  // the lists of translations are up to date before anything is measured
  await call(router.translations.list, {}, { context: reporter })
  return { articles: made, reporter }
}

async function addPicture({ services }: Workspace, folder: string, seed: number): Promise<string> {
  const path = join(folder, 'anh.jpg')
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  writeFileSync(
    path,
    await sharp({ create: { width: 2000, height: 1300, channels: 3, background: '#3a6', noise } })
      .modulate({ hue: seed * 40 })
      .jpeg()
      .toBuffer(),
  )
  const added = await services.assets.add({ path, name: 'anh.jpg' })
  if (!added.ok) throw new Error(added.failure.code)
  return added.value.hash
}

type Two = Readonly<{ reporter: ClientContext; approver: ClientContext }>

async function makeApproved(workspace: Workspace, two: Two, pictures: readonly string[]): Promise<string> {
  const { services } = workspace
  const article = uuidv7()
  const document = articleDocument(article)
  const profile = two.reporter.profile ?? ''
  valued(await services.documents.create(document, source, articleUpdate(makeArticle(pictures)), profile))
  await approve(workspace, two, document)
  for (const language of translations) {
    const translation = translationDocument({ article, language })
    const known = translated.get(language)
    if (known) valued(await services.documents.create(translation, language, known, profile))
    else translated.set(language, await translate(workspace, two, article, language))
    await approve(workspace, two, translation)
  }
  return article
}

/** The articles say the same: what was translated once stands in the others as well. */
const translated = new Map<string, Uint8Array>()

async function translate(
  { router, services }: Workspace,
  { reporter: context }: Two,
  article: string,
  language: string,
): Promise<Uint8Array> {
  const document = translationDocument({ article, language })
  await call(router.translations.create, { article, language }, { context })
  const { rows } = await call(router.translations.rows, { document }, { context })
  for (const { row, source: sentence } of rows) {
    const target = [`${plainText(sentence)} (${language})`]
    await call(router.translations.confirm, { document, row, before: [], target }, { context })
  }
  return valued(services.documents.state(document)).update
}

async function approve({ router }: Workspace, two: Two, document: DocumentId): Promise<void> {
  const sent = await call(router.workflow.submit, { id: uuidv7(), document }, { context: two.reporter })
  const decision = { id: uuidv7(), submission: sent.submission?.record ?? '' }
  await call(router.workflow.approve, decision, { context: two.approver })
}

function valued<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

function makeArticle(pictures: readonly string[]): Article {
  const sentence = (place: string) =>
    `Sáng 24/11, lễ hội mở cửa đón khách ở quảng trường Võ Nguyên Giáp, ${place}. `
  return {
    metadata: { ...emptyMetadata, language: source, byline: 'Hoàng Nam', place: 'Thái Nguyên' },
    blocks: [
      { id: 't', kind: 'title', runs: [{ text: 'Khai mạc Lễ hội Trà', marks: {} }] },
      ...pictures.map((asset, at) => ({
        id: `f${at}`,
        kind: 'figure' as const,
        runs: [],
        asset,
        alt: `Đồi chè số ${at}`,
      })),
      ...Array.from({ length: paragraphs }, (_, at) => ({
        id: `p${at}`,
        kind: 'paragraph' as const,
        runs: [
          {
            text: Array.from({ length: sentencesInEach }, (_, of) => sentence(`khu ${at}.${of}`)).join(''),
            marks: {},
          },
        ],
      })),
    ],
  }
}
