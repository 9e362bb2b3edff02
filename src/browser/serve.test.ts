import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { afterAll, expect, test } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import { socketChannels } from '#renderer/client/channels.ts'
import { type Connection, createConnection } from '#renderer/client/connection.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { serveWorkspace } from './serve.ts'

const root = mkdtempSync(path.join(tmpdir(), 'tramtin-serve-'))
const folder = path.join(root, 'workspace')
const rendererRoot = path.join(root, 'page')
mkdirSync(rendererRoot)
writeFileSync(path.join(rendererRoot, 'index.html'), '<!doctype html>')
afterAll(() => rmSync(root, { recursive: true, force: true }))

const links: string[] = []
const options = { open: false, port: 0, rendererRoot, announce: (url: string) => void links.push(url) }

async function openWindow(link: string) {
  const entered = await fetch(link, { redirect: 'manual' })
  const { origin } = new URL(link)
  const headers = { cookie: entered.headers.get('set-cookie')?.split(';')[0] ?? '', origin }
  const openSocket = (url: string) => new NodeSocket(url, { headers }) as unknown as WebSocket
  const address = `${origin.replace('http', 'ws')}/rpc?client=window-1`
  return createConnection({ open: socketChannels(address, openSocket), client: 'test' })
}

/** A backup with text of size 20, then a change to 25, then the restore of that backup. */
async function makeRestore(client: Connection['client'], before = () => {}) {
  await client.settings.set({ textSize: 20 })
  const pin = '704913'
  const { owner, recoveryFile } = await client.people.createNewsroom({
    id: uuidv7(),
    newsroom: 'Báo Thái Nguyên',
    owner: 'Lan',
    pin,
  })
  await client.people.confirmRecovery({ recoveryFile })
  await client.session.signIn({ profile: owner.id, pin })
  const { name } = await client.maintenance.backup()
  await client.session.signOut()
  await client.settings.set({ textSize: 25 })
  await client.session.signIn({ profile: owner.id, pin })
  before()
  await client.maintenance.restore({ name })
}

test('A served workspace outlives a restore, is joined by a second start, and stops when told', async () => {
  const served = await serveWorkspace(folder, options)
  if (!served.ok) throw new Error(JSON.stringify(served.failure))
  const connection = await openWindow(links[0] ?? '')
  const { client } = connection

  await makeRestore(client)
  const textSize = async () => (await client.settings.get().catch(() => undefined))?.textSize
  await expect.poll(textSize, { timeout: 20_000 }).toBe(20)

  const second = await serveWorkspace(folder, options)
  expect(second.ok).toBe(true)
  expect(new URL(links[1] ?? '').origin).toBe(new URL(links[0] ?? '').origin)
  expect((await fetch(links[1] ?? '', { redirect: 'manual' })).status).toBe(303)

  connection.close()
  process.emit('SIGTERM')
  await served.value.stopped
  expect(existsSync(workspacePaths(folder).endpoint)).toBe(false)
  expect(await fetch(links[1] ?? '').catch(() => 'gone')).toBe('gone')
})

test('After a restore the program still waits for its other windows when the first is closed', async () => {
  const closes = path.join(root, 'first-window-closes')
  const chromium = path.join(root, 'browser')
  writeFileSync(chromium, `#!/bin/sh\nwhile [ ! -e ${closes} ]; do sleep 0.1; done\n`)
  chmodSync(chromium, 0o755)
  const begun = links.length
  const served = await serveWorkspace(path.join(root, 'two-windows'), { ...options, open: true, chromium })
  if (!served.ok) throw new Error(JSON.stringify(served.failure))
  const second = await openWindow(links[begun] ?? '')
  await makeRestore(second.client)
  const textSize = async () => (await second.client.settings.get().catch(() => undefined))?.textSize
  await expect.poll(textSize, { timeout: 20_000 }).toBe(20)

  writeFileSync(closes, '')
  // that nothing ends can only be waited for: longer than a program waits that thinks itself deserted (three seconds)
  await setTimeout(5000)
  expect(await textSize()).toBe(20)
  second.close()
  expect(await served.value.stopped).toEqual({ ok: true, value: null })
}, 60_000)

test('A restored workspace that cannot be opened again is a failure, not an end', async () => {
  const elsewhere = path.join(root, 'not-opened-again')
  const begun = links.length
  const served = await serveWorkspace(elsewhere, options)
  if (!served.ok) throw new Error(JSON.stringify(served.failure))
  const window = await openWindow(links[begun] ?? '')
  await makeRestore(window.client, () => {
    mkdirSync(path.join(elsewhere, 'channels'))
    writeFileSync(path.join(elsewhere, 'channels', 'broken.json'), 'no channel')
  })
  expect(await served.value.stopped).toMatchObject({ ok: false, failure: { code: 'channel-invalid' } })
  window.close()
}, 60_000)

test('A port that is taken leaves no workspace open behind it', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const elsewhere = path.join(root, 'port-taken')
  await expect(serveWorkspace(elsewhere, { ...options, port })).rejects.toThrow(/EADDRINUSE/)
  taken.close()
  const served = await serveWorkspace(elsewhere, options)
  if (!served.ok) throw new Error(JSON.stringify(served.failure))
  process.emit('SIGTERM')
  await served.value.stopped
})

test('Without a built page nothing is opened', async () => {
  const elsewhere = path.join(root, 'not-built')
  expect(await serveWorkspace(path.join(root, 'new'), { ...options, rendererRoot: elsewhere })).toMatchObject(
    {
      ok: false,
      failure: { code: 'not-found' },
    },
  )
  expect(existsSync(path.join(root, 'new'))).toBe(false)
})
