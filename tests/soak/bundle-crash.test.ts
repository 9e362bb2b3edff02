import { spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import sharp from 'sharp'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { articleDocument } from '#domain/document-id.ts'
import {
  joinMachine,
  leftovers,
  type Machine,
  makeFirstMachine,
  makeText,
  openFile,
  rowCounts,
  sendStories,
  textOf,
  writeStory,
} from '#workspace/bundles/bundle-making.test-kit.ts'
import { clientOf, makeFolder, makeWorkspace } from '#workspace/workspace.test-kit.ts'
import { createRandom } from './random.ts'

const rounds = Number(process.env['TRAMTIN_SEEDS'] ?? 4)
const pin = '280926'
const stories = 12
const program = join(import.meta.dirname, 'bundle-victim.ts')

/** A picture of noise: nothing of it compresses away. */
async function makePicture(folder: string, name: string): Promise<string> {
  const path = join(folder, name)
  const noise = { width: 700, height: 500, channels: 3 as const, background: '#888' }
  const image = sharp({ create: { ...noise, noise: { type: 'gaussian', mean: 128, sigma: 60 } } })
  await image.jpeg().toFile(path)
  return path
}

async function makeStories(machine: Machine): Promise<readonly string[]> {
  const ids: string[] = []
  for (let index = 0; index < stories; index += 1) {
    const path = await makePicture(machine.folder, `anh-${index}.jpg`)
    const grant = machine.workspace.services.grants.grant({ path, name: `anh-${index}.jpg`, owned: false }).id
    const asset = await machine.client.assets.add({ grant })
    const text = makeText(
      `Bài ${index}`,
      ...Array.from({ length: 40 }, (_, at) => `Đoạn ${at} của bài ${index}.`),
    )
    const figure = { id: 'anh', kind: 'figure' as const, asset: asset.asset, runs: [] }
    ids.push(await writeStory(machine, { ...text, blocks: [...text.blocks, figure] }))
  }
  const [first = ''] = ids
  await machine.client.workflow.submit({ id: uuidv7(), document: articleDocument(first), note: '' })
  return ids
}

/** Opens the bundle in a process of its own and kills that some milliseconds after it has begun. */
async function openAndKill(folder: string, bundle: string, profile: string, delay: number): Promise<boolean> {
  const child = spawn(process.execPath, [program, folder, bundle, profile, pin], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  let finished = false
  child.stderr.on('data', (text) => {
    complaint += String(text)
  })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), delay)
    if (line === 'opened') {
      finished = true
      child.kill('SIGKILL')
    }
  }
  await closed
  if (child.signalCode !== 'SIGKILL') throw new Error(`It ended by itself: ${complaint}`)
  return finished
}

test(
  `SAFE3: a bundle whose opening is killed is there as a whole or not at all (${rounds} moments)`,
  async () => {
    const first = await makeFirstMachine()
    const second = await joinMachine(first, 'Nguyễn Thị Lan', 'reporter')
    const ids = await makeStories(first)
    const bundle = await sendStories(first, ...ids)
    const { root } = second.workspace.services.paths
    await second.workspace.close()

    const random = createRandom(20261124)
    let longest = 1500
    const seen = { none: 0, whole: 0 }
    for (let round = 0; round < rounds; round += 1) {
      const folder = join(makeFolder(), 'kho')
      cpSync(root, folder, { recursive: true })
      const delay = round === 0 ? 60_000 : random.below(longest)
      const begun = performance.now()
      const finished = await openAndKill(folder, bundle, second.profile, delay)
      if (round === 0) longest = Math.max(200, Math.ceil((performance.now() - begun) / 2))

      const workspace = await makeWorkspace(folder, { mailboxWaits: null })
      const client = clientOf(workspace, true)
      await client.session.signIn({ profile: second.profile, pin })
      const machine: Machine = { ...second, workspace, client }
      const there = ids.filter((id) => workspace.services.documents.exists(articleDocument(id)))
      expect(there.length === 0 || there.length === stories, `${there.length} after ${delay} ms`).toBe(true)
      if (finished) expect(there).toHaveLength(stories)
      seen[there.length === 0 ? 'none' : 'whole'] += 1
      expect(await client.maintenance.verify()).toMatchObject({ outcome: 'valid', problems: [] })
      expect(leftovers(machine)).toEqual([])

      const outcome = await openFile(machine, bundle)
      expect(outcome).toMatchObject(there.length === 0 ? { fresh: stories } : { fresh: 0, changed: 0 })
      for (const id of ids) expect(textOf(machine, id)).toEqual(textOf(first, id))
      expect(rowCounts(machine)).toMatchObject({ documents: stories, updates: stories, assets: stories })
      await workspace.close()
    }
    if (rounds > 5) expect(seen.none).toBeGreaterThan(0)
  },
  60_000 + rounds * 30_000,
)
