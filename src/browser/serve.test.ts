import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, expect, test } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import { socketChannels } from '#renderer/client/channels.ts'
import { createConnection } from '#renderer/client/connection.ts'
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

test('A served workspace outlives a restore, is joined by a second start, and stops when told', async () => {
  const served = await serveWorkspace(folder, options)
  if (!served.ok) throw new Error(JSON.stringify(served.failure))
  const connection = await openWindow(links[0] ?? '')
  const { client } = connection

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
  await client.maintenance.restore({ name })
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
