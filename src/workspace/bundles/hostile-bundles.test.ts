import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleUpdate } from '#documents/article.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { articleDocument } from '#domain/document-id.ts'
import { type BundleManifest, signedText } from '#formats/bundle/manifest.ts'
import { directoryOf, localHeader } from '#formats/bundle/zip-layout.ts'
import { createKey, publicKeyOf, signText } from '../records/signature.ts'
import {
  anotherClient,
  changeStory,
  failureOf,
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
} from './bundle-making.test-kit.ts'
import { openBundle } from './bundle-reader.ts'
import { sha256Of } from './hashing.ts'

const text = makeText('Lễ hội trà', 'Ngày 24/11, thành phố Thái Nguyên.')

type Entries = Map<string, Buffer>
type Key = ReturnType<typeof createKey>

function writeZip(path: string, files: readonly (readonly [string, Buffer])[]): string {
  const entries = files.map(([name, bytes]) => ({ name, crc32: crc32(bytes), bytes: bytes.length }))
  const parts = files.flatMap(([, bytes], index) => [localHeader(entries[index]!), bytes])
  writeFileSync(path, Buffer.concat([...parts, directoryOf(entries)]))
  return path
}

/** Takes a real bundle apart, lets it be changed, and signs what came out of it with a key. */
async function forge(
  machine: Machine,
  path: string,
  key: Key,
  change: (manifest: BundleManifest, entries: Entries) => void,
): Promise<string> {
  const opened = await openBundle(path, 'real.tramtin')
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const { manifest, read, close } = opened.value
  const names = [
    ...manifest.documents.map(({ state }) => `documents/${state}`),
    ...manifest.revisions.map(({ hash }) => `revisions/${hash}`),
    'records.json',
  ]
  const entries: Entries = new Map()
  for (const name of names) entries.set(name, await read(name))
  await close()
  change(manifest, entries)
  const manifestText = canonicalJson(manifest)
  const signature = { publicKey: publicKeyOf(key), signature: signText(key, signedText(manifestText)) }
  entries.set('manifest.json', Buffer.from(manifestText))
  entries.set('signature.json', Buffer.from(canonicalJson(signature)))
  return writeZip(join(machine.folder, `${uuidv7()}.tramtin`), [...entries])
}

function setState(manifest: BundleManifest, entries: Entries, state: Uint8Array): void {
  const [document] = manifest.documents
  if (!document) throw new Error('There must be a document')
  const before = entries.get(`documents/${document.state}`)
  if (!before) throw new Error('There must be a state')
  const rest = [...entries].filter(([name]) => name !== `documents/${document.state}`)
  document.state = sha256Of(state)
  document.bytes = state.length
  entries.clear()
  entries.set(`documents/${document.state}`, Buffer.from(state))
  for (const [name, bytes] of rest) entries.set(name, bytes)
}

function setRecords(manifest: BundleManifest, entries: Entries, records: unknown): void {
  const bytes = Buffer.from(canonicalJson(records as object))
  manifest.records = { hash: sha256Of(bytes), bytes: bytes.length }
  entries.set('records.json', bytes)
}

async function makeThree() {
  const first = await makeFirstMachine()
  const second = await joinMachine(first, 'Nguyễn Thị Lan', 'reporter')
  const story = await writeStory(first, text)
  return { first, second, story, file: await sendStories(first, story) }
}

/** The key that signs on a machine: only a member's own machine has it. */
function keyOf({ workspace, profile }: Machine): Key {
  const { keys } = workspace.services as unknown as Readonly<{
    keys: { openKey(profile: string): Key | undefined }
  }>
  const key = keys.openKey(profile)
  if (!key) throw new Error('The key must be open')
  return key
}

async function expectRefused(machine: Machine, path: string, reason: string): Promise<void> {
  const before = rowCounts(machine)
  for (const acceptUnknown of [false, true]) {
    const refusal = await failureOf(openFile(machine, path, acceptUnknown))
    expect(refusal).toMatchObject({ code: 'bundle-refused', facts: { reason } })
  }
  expect(rowCounts(machine)).toEqual(before)
  expect(leftovers(machine)).toEqual([])
}

test('A manifest signed with another key in a member’s name is refused', async () => {
  const { first, second, file } = await makeThree()
  const forged = await forge(first, file, createKey(), (manifest) => {
    manifest.note = 'Tôi là chủ tòa soạn'
  })
  await expectRefused(second, forged, 'signature-wrong')
})

test('A record with a forged signature or hash takes the whole bundle with it', async () => {
  const { first, second, file } = await makeThree()
  const key = keyOf(first)
  for (const spoil of [
    (record: { signature: string }) => ({ ...record, signature: `${'0'.repeat(128)}` }),
    (record: { hash: string; body: string }) => ({
      ...record,
      body: record.body.replace('reporter', 'approver'),
    }),
    () => 'no record',
  ]) {
    const forged = await forge(first, file, key, (manifest, entries) => {
      const records = JSON.parse(String(entries.get('records.json')))
      const at = records.findIndex(({ body }: { body: string }) => body.includes('reporter'))
      records[at] = spoil(records[at])
      setRecords(manifest, entries, records)
    })
    await expectRefused(second, forged, 'record-forged')
  }
})

test('An entry that the manifest does not name, lacks, or describes otherwise is refused', async () => {
  const { first, second, file } = await makeThree()
  const key = keyOf(first)
  const stranger = await forge(first, file, key, (_, entries) => entries.set('private.txt', Buffer.from('x')))
  await expectRefused(second, stranger, 'unexpected-entry')
  const missing = await forge(first, file, key, (_, entries) => {
    for (const name of entries.keys()) if (name.startsWith('documents/')) entries.delete(name)
  })
  await expectRefused(second, missing, 'entry-missing')
  const wrong = await forge(first, file, key, (_, entries) => {
    for (const [name, bytes] of entries) {
      if (name.startsWith('documents/')) entries.set(name, Buffer.alloc(bytes.length, 1))
    }
  })
  await expectRefused(second, wrong, 'changed')
})

test('Names that lead elsewhere, and names twice, are refused before anything is read', async () => {
  const { second } = await makeThree()
  const path = join(second.folder, 'evil.tramtin')
  const entry = (name: string) => [name, Buffer.from('x')] as const
  for (const name of ['../../etc/passwd', '/etc/passwd', 'C:\\Windows\\x', 'documents/../../x']) {
    await expectRefused(second, writeZip(path, [entry(name)]), 'path-unsafe')
  }
  await expectRefused(second, writeZip(path, [entry('manifest.json'), entry('manifest.json')]), 'duplicate')
})

test('A document that is no update, waits for more, or holds a document is refused', async () => {
  const { first, second, file } = await makeThree()
  const doc = new Y.Doc()
  doc.getText('body').insert(0, 'a')
  const before = Y.encodeStateVector(doc)
  doc.getText('body').insert(1, 'b')
  const later = Y.encodeStateAsUpdate(doc, before)
  const nested = new Y.Doc()
  nested.getMap('m').set('inner', new Y.Doc())
  for (const state of [Buffer.from('no update'), later, Y.encodeStateAsUpdate(nested), new Uint8Array()]) {
    const forged = await forge(first, file, keyOf(first), (manifest, entries) =>
      setState(manifest, entries, state),
    )
    await expectRefused(second, forged, 'document-invalid')
  }
})

test('A bundle or a document from a newer program says so', async () => {
  const { first, second, file } = await makeThree()
  const newer = await forge(first, file, keyOf(first), (manifest) =>
    Object.assign(manifest, { schema: 7, somethingNew: true }),
  )
  expect(await failureOf(openFile(second, newer))).toMatchObject({
    code: 'bundle-newer',
    facts: { found: 7, supported: 1 },
  })
  const doc = new Y.Doc()
  doc.getMap('minReader').set('9', true)
  const document = await forge(first, file, keyOf(first), (manifest, entries) =>
    setState(manifest, entries, Y.encodeStateAsUpdate(doc)),
  )
  const before = rowCounts(second)
  expect(await failureOf(openFile(second, document))).toMatchObject({ code: 'document-newer' })
  expect(rowCounts(second)).toEqual(before)
})

test('TRUST6: authors that contradict what is known are refused; of this machine nobody else tells', async () => {
  const { first, second, story, file } = await makeThree()
  await openFile(second, file)
  const contradiction = await forge(first, file, keyOf(first), (manifest) => {
    for (const { contributions } of manifest.documents) {
      for (const range of contributions) range.profile = second.profile
    }
  })
  await expectRefused(second, contradiction, 'contributions-contradict')
  const { device } = second.workspace.services.store
  const about = await forge(first, file, keyOf(first), (manifest) => {
    const [document] = manifest.documents
    document?.contributions.push({ device, firstSequence: 5, lastSequence: 9, profile: first.profile })
  })
  await openFile(second, about)
  const { documents } = second.workspace.services
  expect(documents.contributions(articleDocument(story)).filter((range) => range.device === device)).toEqual(
    [],
  )
})

test('SEC1: a text with a stamp that nobody judged is refused whole; a false alarm is told with it', async () => {
  const { first, second, story, file } = await makeThree()
  const stamped = articleUpdate(makeText('Tin', 'TUYỆT MẬT'))
  const forged = await forge(first, file, keyOf(first), (manifest, entries) => {
    for (const document of manifest.documents) document.id = `article:${uuidv7()}`
    setState(manifest, entries, stamped)
  })
  const before = rowCounts(second)
  expect(await failureOf(openFile(second, forged))).toMatchObject({ code: 'secret-stamp' })
  expect(rowCounts(second)).toEqual(before)

  await changeStory(first, story, () => makeText('Tên một vở kịch', 'TUYỆT MẬT'))
  expect(await failureOf(sendStories(first, story))).toMatchObject({ code: 'secret-stamp' })
  const document = articleDocument(story)
  const [hit] = await first.client.secrets.hits({ document })
  await first.client.secrets.dismiss({ hit: hit?.hit ?? '', document, reason: 'Tên vở kịch' })
  await openFile(second, await sendStories(first, story))
  expect(await second.client.secrets.hits({ document })).toEqual([])
  await sendStories(second, story)
})

test('SEC1: what was purged here does not come back from a copy that still has it', async () => {
  const { first, second, story, file } = await makeThree()
  await openFile(second, file)
  const document = articleDocument(story)
  const secret = 'Kế hoạch diễn tập ngày 30'
  await changeStory(second, story, () => makeText('Lễ hội trà', secret))
  await openFile(first, await sendStories(second, story))
  await changeStory(first, story, () => makeText('Lễ hội trà', `TỐI MẬT\n${secret}`))
  const [hit] = await first.client.secrets.hits({ document })
  await first.client.secrets.purge({ id: uuidv7(), hit: hit?.hit ?? '', document, scope: 'block' })
  expect(textOf(first, story).join(' ')).not.toContain(secret)

  // the other machine slept: it submits the text that it still has
  await second.client.workflow.submit({ id: uuidv7(), document, note: '' })
  await openFile(first, await sendStories(second, story))
  expect(textOf(first, story).join(' ')).not.toContain(secret)
  const { read } = first.workspace.services.store
  const rows = read.prepare<[], { bytes: Buffer }>(
    'SELECT bytes FROM updates UNION ALL SELECT bytes FROM snapshots',
  )
  for (const { bytes } of rows.all()) expect(bytes.includes(Buffer.from(secret))).toBe(false)
  const bodies = read.prepare<[], { body: string }>('SELECT body FROM revisions').all()
  for (const { body } of bodies) expect(body).not.toContain(secret)
  await openFile(second, await sendStories(first, story))
  expect(textOf(second, story).join(' ')).not.toContain(secret)
})

test('An invitation is for the one it names, on the machine where that key lies', async () => {
  const first = await makeFirstMachine()
  const second = await joinMachine(first, 'Nguyễn Thị Lan', 'reporter')
  const stranger = await makeFirstMachine('Người lạ')
  const directory = join(first.folder, 'moi')
  mkdirSync(directory)
  const { path } = await first.client.bundles.invite({ id: uuidv7(), member: second.profile, directory })
  const grant = stranger.workspace.services.grants.grant({ path: path ?? '', name: 'moi', owned: false }).id
  const refused = await failureOf(stranger.client.bundles.join({ grant }))
  expect(refused).toMatchObject({ code: 'invitation-wrong', facts: { reason: 'other-newsroom' } })
  const reporter = second.client.bundles.invite({ id: uuidv7(), member: second.profile })
  expect(await failureOf(reporter)).toMatchObject({ code: 'role-missing' })
  const story = await sendStories(first, await writeStory(first, text))
  const noInvitation = second.workspace.services.grants.grant({ path: story, name: 'bai', owned: false }).id
  const visitor = anotherClient(second)
  expect(await failureOf(visitor.bundles.join({ grant: noInvitation }))).toMatchObject({
    code: 'invitation-wrong',
    facts: { reason: 'not-an-invitation' },
  })
})
