import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { storyOf, translationDocument } from '#domain/document-id.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { purgeSteps } from '#workspace/secrets/purge-run.ts'
import { makeFolder } from '#workspace/workspace.test-kit.ts'
import { openWorkspace } from '#workspace/workspace.ts'
import { clientOf, type PurgeOrder } from './purge-order.ts'
import {
  canary,
  makeTainted,
  safeComment,
  safeSource,
  safeTarget,
  safeTitle,
  type Tainted,
} from './tainted.ts'

const child = new URL('./purge-child.ts', import.meta.url).pathname
const template = join(mkdtempSync(join(tmpdir(), 'tramtin-')), 'kho')
let tainted: Tainted
/** Milliseconds a case may take on a busy machine; two seconds are usual. */
const patience = 120_000

beforeAll(async () => {
  tainted = await makeTainted(template)
}, patience)
afterAll(() => rmSync(join(template, '..'), { recursive: true }))

async function open(folder: string) {
  const opened = await openWorkspace(folder, { keyCost: 2 ** 10 })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  onTestFinished(() => opened.value.close())
  return opened.value
}

/** The tainted workspace, with what a restore put aside and what a killed process left of an upload and a backup. */
function copyTainted(): string {
  const folder = join(makeFolder(), 'kho')
  cpSync(template, folder, { recursive: true })
  const database = join(folder, 'workspace.sqlite')
  copyFileSync(database, join(folder, 'replaced-20261123T070000000Z.sqlite'))
  copyFileSync(database, join(folder, 'backups', '2026-11-23T070000000Z.sqlite.new'))
  mkdirSync(join(folder, 'temporary', 'uploads'), { recursive: true })
  writeFileSync(join(folder, 'temporary', 'uploads', 'gui-len'), canary)
  return folder
}

/** Files that hold the canary, in UTF-8 or UTF-16, or in their names: what is in a zip is seen by its name. */
function filesHolding(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name)
    if (name.includes(canary)) return true
    if (!statSync(path).isFile()) return false
    const bytes = readFileSync(path)
    return bytes.includes(canary) || bytes.includes(Buffer.from(canary, 'utf16le'))
  })
}

/** What is left of the translation. */
async function translated(client: ReturnType<typeof clientOf>) {
  const document = translationDocument({ article: storyOf(tainted.document), language: 'en' })
  const { rows, orphans } = await client.translations.rows({ document })
  expect(orphans).toEqual([])
  const targets = rows.map(({ target }) => plainText(target)).filter((target) => target !== '')
  return { targets, comments: (await client.translations.comments({ document })).map(({ text }) => text) }
}

type Case = Pick<PurgeOrder, 'scope' | 'killBefore' | 'beside'>
const cases: readonly Case[] = [
  ...(['nothing', ...purgeSteps] as const).map((killBefore) => ({
    scope: 'block' as const,
    killBefore,
    beside: 'nothing' as const,
  })),
  { scope: 'article', killBefore: 'nothing', beside: 'nothing' },
  { scope: 'article', killBefore: 'packages', beside: 'nothing' },
  { scope: 'block', killBefore: 'nothing', beside: 'backup' },
  { scope: 'article', killBefore: 'scrub', beside: 'backup' },
  { scope: 'block', killBefore: 'nothing', beside: 'restore' },
  { scope: 'block', killBefore: 'edit', beside: 'restore' },
  { scope: 'block', killBefore: 'scrub', beside: 'restore' },
  { scope: 'article', killBefore: 'finish', beside: 'restore' },
]

test('the canary is wherever it can be before anything is purged', () => {
  const holding = filesHolding(copyTainted()).join('\n')
  for (const place of [
    /^workspace\.sqlite$/m,
    /^backups\/.*Z\.sqlite$/m,
    /^backups\/.*\.new$/m,
    /^replaced-/m,
    /^temporary\/uploads/m,
    /^packages\/.*\.zip$/m,
    /^packages\/.*\.html$/m,
  ]) {
    expect(holding).toMatch(place)
  }
})

for (const { scope, killBefore, beside } of cases) {
  test(
    `a purge of ${scope}, with ${beside} beside it, killed before ${killBefore}: no file holds the canary after the next start (SEC1)`,
    async () => {
      const folder = copyTainted()
      const order: PurgeOrder = { ...tainted, folder, scope, killBefore, beside }
      const run = spawnSync(process.execPath, [child, JSON.stringify(order)])
      if (killBefore === 'nothing') {
        expect(run.status, String(run.stderr)).toBe(0)
        expect(filesHolding(folder)).toEqual([])
      } else expect(run.signal, String(run.stderr)).toBe('SIGKILL')
      const workspace = await open(folder)
      const { documents, records } = workspace.services
      const now = documents.read(tainted.document)
      const titles = now.ok ? now.value.blocks.filter(({ kind }) => kind === 'title') : []
      expect(titles.map((each) => each.runs[0]?.text)).toEqual(scope === 'block' ? [safeTitle] : [])
      const client = clientOf(workspace)
      expect(await client.articles.list({ text: canary })).toMatchObject({ total: 0 })
      expect(await client.articles.list({})).toMatchObject({ rows: [{ held: false }] })
      expect(await client.packages.list({})).toEqual([])
      expect(await translated(client)).toEqual(
        scope === 'block'
          ? { targets: [safeTarget], comments: [safeComment] }
          : { targets: [], comments: [] },
      )
      const { store } = workspace.services
      expect(store.read.prepare('SELECT text FROM tm_texts ORDER BY number').pluck().all()).toEqual(
        expect.arrayContaining([safeSource, safeTarget]),
      )
      expect(store.read.prepare("SELECT count(*) FROM tm_units WHERE document = ''").pluck().get()).toBe(1)
      expect(
        store.read.prepare("SELECT count(*) FROM tm_units WHERE document LIKE 'purge:%'").pluck().get(),
      ).toBe(0)
      expect(await client.maintenance.verify()).toMatchObject({ outcome: 'valid' })
      if (beside !== 'restore') {
        const signed = records
          .ofDocument(tainted.document)
          .flatMap(({ record }) => (record.kind === 'purge' ? [record] : []))
        const block = scope === 'block' ? 't' : '*'
        expect(signed).toMatchObject([{ id: tainted.purge, signer: tainted.profile, block }])
      }
      await workspace.close()
      expect(filesHolding(folder)).toEqual([])
    },
    patience,
  )
}
