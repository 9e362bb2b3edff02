import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { startBrowserShell } from '#browser/shell.ts'
import { protocolVersion } from '#contract/protocol.ts'
import { writeEndpoint } from '#workspace/store/endpoint.ts'
import { workspacePaths } from '#workspace/store/paths.ts'
import { openWorkspace } from '#workspace/workspace.ts'
import { connect } from './connection.ts'

const root = mkdtempSync(path.join(tmpdir(), 'tramtin-connection-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function open(folder: string) {
  const opened = await openWorkspace(folder, { mailboxWaits: null })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  return opened.value
}

/** Listens on a port as another program would, and accepts whoever comes. */
async function startStranger() {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  let visitors = 0
  server.on('connection', () => {
    visitors += 1
  })
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate()
    server.close()
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, visitors: () => visitors }
}

test('SEC2: who holds the port of a killed owner hears nothing from the command line', async () => {
  const folder = path.join(root, 'killed')
  await (await open(folder)).close()
  const stranger = await startStranger()
  const token = 'of-an-owner-that-was-killed'
  writeEndpoint(workspacePaths(folder), {
    protocol: protocolVersion,
    url: stranger.url,
    token,
    pid: 1,
    windows: [],
  })

  const connected = await connect(folder)
  if (!connected.ok) throw new Error(JSON.stringify(connected.failure))
  const hello = await connected.value.client.session.hello({ protocol: protocolVersion, client: 'cli' })
  expect(hello.newsroom).toBeNull()
  await connected.value.close()
  expect(stranger.visitors()).toBe(0)
})

test('a living owner is joined, and its files are let in', async () => {
  const folder = path.join(root, 'living')
  const page = path.join(root, 'page')
  mkdirSync(page)
  writeFileSync(path.join(page, 'index.html'), '<!doctype html>')
  const workspace = await open(folder)
  const shell = await startBrowserShell({ workspace, rendererRoot: page })

  const joined = await connect(folder)
  if (!joined.ok) throw new Error(JSON.stringify(joined.failure))
  await joined.value.client.settings.set({ textSize: 23 })
  expect(await joined.value.another().settings.get()).toMatchObject({ textSize: 23 })
  const grant = await joined.value.letIn(path.join(page, 'index.html'))
  expect(grant.ok && workspace.services.grants.find(grant.value)).toMatchObject({
    ok: true,
    value: { name: 'index.html' },
  })
  await joined.value.close()
  await shell.close()

  expect(await connect(folder)).toMatchObject({ ok: false, failure: { code: 'workspace-in-use' } })
  await workspace.close()
})
