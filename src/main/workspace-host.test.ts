import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { joinOwner } from '#browser/join-owner.ts'
import type { Failure } from '#contract/failures.ts'
import { portChannels } from '#renderer/client/channels.ts'
import { createConnection } from '#renderer/client/connection.ts'
import { forked, realPort, type StandIn } from '#tests/electron/stand-in.ts'
import { readEndpoint } from '#workspace/store/endpoint.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { type HostOptions, startWorkspaceHost, type WorkspaceHost } from './workspace-host.ts'

vi.mock('electron', async () => (await import('#tests/electron/stand-in.ts')).makeElectron())
const { MessageChannelMain } = (await import('electron')) as unknown as StandIn

const script = path.resolve(import.meta.dirname, 'workspace-process.ts')
const readyScript = fileURLToPath(new URL('../../tests/electron/ready-process.ts', import.meta.url))
const channels = path.resolve(import.meta.dirname, '../../resources/channels')
const folders: string[] = []
const hosts: WorkspaceHost[] = []
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function start(options: Partial<HostOptions> = {}) {
  const root = mkdtempSync(path.join(tmpdir(), 'tramtin-host-'))
  folders.push(root)
  const told = {
    ready: [] as string[],
    languages: [] as string[],
    refused: [] as Failure[],
    crashes: [] as boolean[],
  }
  const host = startWorkspaceHost({
    script,
    channels,
    page: root,
    folder: path.join(root, 'workspace'),
    ready: (language) => told.ready.push(language),
    languageChanged: (language) => told.languages.push(language),
    refused: (failure) => told.refused.push(failure),
    crashed: (often) => told.crashes.push(often),
    report: (detail) => expect.unreachable(detail),
    ...options,
  })
  hosts.push(host)
  return { host, told, root }
}

/** A window's connection, as preload and main hand the ports on. */
function connect(host: WorkspaceHost) {
  return createConnection({
    client: 'test',
    open: portChannels(async () => {
      const { port1, port2 } = new MessageChannelMain()
      host.connect('window-1', port1 as never)
      return realPort(port2) as unknown as MessagePort
    }),
  })
}

async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 25_000 }).toBe(true)
}

test('The workspace process serves its window, what main asks beside it, and programs that find it', async () => {
  const { host, told, root } = start()
  await until(() => told.ready.length === 1)
  expect(told.ready).toEqual(['vi'])
  const connection = connect(host)
  expect((await connection.client.articles.list({})).total).toBe(0)
  await connection.client.settings.set({ interfaceLanguage: 'ko' })
  await until(() => told.languages.length === 1)
  expect(told.languages).toEqual(['ko'])
  connection.close()

  const file = path.join(root, 'bài viết.txt')
  writeFileSync(file, 'Xin chào')
  const granted = await host.ask({ kind: 'grantFile', path: file })
  expect(granted).toMatchObject({ ok: true, value: { name: 'bài viết.txt', bytes: 9 } })
  expect(JSON.stringify(granted)).not.toContain(root)
  const pasted = await host.ask({ kind: 'grantBytes', name: 'dán.txt', bytes: new Uint8Array([72, 105]) })
  expect(pasted).toMatchObject({ ok: true, value: { name: 'dán.txt', bytes: 2 } })
  const gone = await host.ask({ kind: 'grantFile', path: path.join(root, 'none.txt') })
  expect(gone).toMatchObject({ ok: false, failure: { code: 'file-unreadable' } })
  const url = `media://tramtin/asset/${'0'.repeat(64)}`
  const endpoint = readEndpoint(workspacePaths(path.join(root, 'workspace')))
  const link = endpoint && (await joinOwner(endpoint))
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/launch\?token=/)
  expect(await host.ask({ kind: 'resource', url })).toMatchObject({
    ok: false,
    failure: { code: 'asset-missing' },
  })
})

test('SAFE1: a crashed workspace process starts again, and its window goes on with what was saved', async () => {
  const { host, told } = start()
  await until(() => told.ready.length === 1)
  const connection = connect(host)
  await connection.client.settings.set({ textSize: 24 })
  forked.at(-1)?.kill()
  await until(() => told.ready.length === 2)
  expect(told.crashes).toEqual([false])
  const size = async () => (await connection.client.settings.get().catch(() => undefined))?.textSize
  await expect.poll(size, { timeout: 25_000 }).toBe(24)
  connection.close()
})

test('A question that breaks is answered as broken inside and reported, and the process lives on', async () => {
  const bugs: string[] = []
  const { host, told } = start({ report: (detail) => void bugs.push(detail) })
  await until(() => told.ready.length === 1)
  const broken = await host.ask({ kind: 'resource', url: 'not an address' })
  expect(broken).toMatchObject({ ok: false, failure: { code: 'internal' } })
  await until(() => bugs.length === 1)
  expect(bugs[0]).toContain('workspace-process')
  const url = `media://tramtin/asset/${'0'.repeat(64)}`
  expect(await host.ask({ kind: 'resource', url })).toMatchObject({ failure: { code: 'asset-missing' } })
  expect(told.crashes).toEqual([])
})

test('Three crashes in a minute are left to a person', async () => {
  const { host, told } = start({ script: readyScript })
  for (const ready of [1, 2, 3]) {
    await until(() => told.ready.length === ready)
    forked.at(-1)?.kill()
    await until(() => told.crashes.length === ready)
  }
  expect(told.crashes).toEqual([false, false, true])
  host.restart()
  await until(() => told.ready.length === 4)
})

test('A workspace that cannot be opened is told once, with its reason, and nothing is tried again', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'tramtin-full-'))
  folders.push(root)
  writeFileSync(path.join(root, 'của người khác.txt'), 'x')
  const { told } = start({ folder: root })
  await until(() => told.refused.length === 1)
  expect(told.refused[0]).toMatchObject({ code: 'folder-unsuitable', facts: { reason: 'not-empty' } })
  expect(told.crashes).toEqual([])
})
