import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { uploadLimit, uploadsFolder } from '#workspace/files/uploads.ts'
import type { StoredAsset } from '#workspace/services.ts'
import { readEndpoint } from '#workspace/store/endpoint.ts'
import { openWorkspace, type Workspace } from '#workspace/workspace.ts'
import { joinOwner } from './join-owner.ts'
import { type BrowserShell, startBrowserShell } from './shell.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'tramtin-shell-'))
const rendererRoot = path.join(folder, 'page')
const preview = '0193f000-0000-7000-8000-000000000001'
let workspace: Workspace
let picture: StoredAsset
let shell: BrowserShell
let cookie: string

beforeAll(async () => {
  mkdirSync(path.join(rendererRoot, 'assets'), { recursive: true })
  writeFileSync(path.join(rendererRoot, 'index.html'), '<!doctype html><title>Trạm Tin</title>')
  writeFileSync(path.join(rendererRoot, 'assets', 'index-abc.js'), 'export {}')
  writeFileSync(path.join(folder, 'outside.txt'), 'secret')
  symlinkSync(path.join(folder, 'outside.txt'), path.join(rendererRoot, 'link.txt'))
  workspace = await makeWorkspace()
  picture = await keepPicture()
  shell = await startBrowserShell({ workspace, rendererRoot })
  cookie = await enter(shell.url)
})
afterAll(async () => {
  await shell.close()
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

test('SEC2: a launch link opens once, leads to a clean address and leaves a cookie no script can read', async () => {
  const url = shell.launchUrl()
  const first = await ask(url)
  expect(first.status).toBe(303)
  expect(first.headers['location']).toBe('/')
  expect(first.headers['set-cookie']?.[0]).toMatch(
    /^tramtin-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
  )
  expect((await ask(url)).status).toBe(403)
})

test('SEC2: nothing is served without a cookie, in the language of whoever asks', async () => {
  const refused = await ask('/', { headers: { 'accept-language': 'ko-KR,ko;q=0.9' } })
  expect(refused.status).toBe(403)
  expect(refused.body).toContain('<html lang="ko">')
  expect((await ask(`/asset/${picture.hash}`)).status).toBe(403)
  expect((await ask('/', { headers: { cookie: `${cookie}x` } })).status).toBe(403)
})

test('SEC2: the page runs under a policy that allows nothing remote and no inline script', async () => {
  const page = await visit('/')
  expect(page.status).toBe(200)
  expect(page.body).toContain('Trạm Tin')
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/https?:|script-src[^;]*unsafe|unsafe-eval|\*/)
  expect(page.headers['x-content-type-options']).toBe('nosniff')
  expect(page.headers['referrer-policy']).toBe('no-referrer')
})

test('SEC2: a name that resolves to this machine is not this machine (DNS rebinding)', async () => {
  for (const host of ['evil.example', `localhost:${port()}`, '127.0.0.1', `127.0.0.1:${port()}.evil.example`])
    expect((await visit('/', { headers: { host } })).status, host).toBe(403)
})

test('SEC2: other pages are refused, those of another port of this machine too', async () => {
  const others = ['https://evil.example', 'http://127.0.0.1:1', `http://localhost:${port()}`, 'null']
  for (const origin of others) expect((await visit('/', { headers: { origin } })).status, origin).toBe(403)
  const site = { 'sec-fetch-site': 'same-site' }
  expect((await visit('/', { headers: site })).status).toBe(403)
  expect((await visit('/', { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(200)
})

test('SEC2: an upload needs our own origin, whatever cookie it carries', async () => {
  const options = { method: 'PUT', body: 'x', headers: { 'x-file-name': 'a.txt' } }
  expect((await visit('/upload', options)).status).toBe(403)
})

test('SEC2: no path leads out of the built page', async () => {
  const ways = [
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/assets/..%5c..%5coutside.txt',
    '/%00/index.html',
    '//outside.txt',
    '/link.txt',
    `/${encodeURIComponent(path.join(folder, 'outside.txt'))}`,
    '/.git/config',
    '/assets',
    '/%E0%A4%A',
  ]
  for (const way of ways) {
    const answer = await visit(way)
    expect(answer.body, way).not.toContain('secret')
    expect([400, 403, 404], way).toContain(answer.status)
  }
})

test('The page is asked for anew each time, what is named by its content never again', async () => {
  expect((await visit('/')).headers['cache-control']).toBe('no-cache')
  const script = await visit('/assets/index-abc.js')
  expect(script.headers['cache-control']).toContain('immutable')
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
})

test('An asset is served whole or by the range a player asks for', async () => {
  const { hash, bytes } = picture
  const whole = await visit(`/asset/${hash}`)
  expect([whole.status, whole.headers['content-type']]).toEqual([200, 'image/png'])
  expect(createHash('sha256').update(whole.bytes).digest('hex')).toBe(hash)
  const part = await visit(`/asset/${hash}`, { headers: { range: 'bytes=1-3' } })
  expect([part.status, part.body, part.headers['content-range']]).toEqual([206, 'PNG', `bytes 1-3/${bytes}`])
  const end = await visit(`/asset/${hash}`, { headers: { range: 'bytes=-3' } })
  expect(end.bytes).toEqual(whole.bytes.subarray(-3))
  const beyond = await visit(`/asset/${hash}`, { headers: { range: `bytes=${bytes}-` } })
  expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${bytes}`])
  expect((await visit(`/asset/${'0'.repeat(64)}`)).status).toBe(404)
})

test('A picture comes in one of a few widths, however many are asked for', async () => {
  const widths = await Promise.all(
    [1, 100, 159, 160].map((width) => visit(`/asset/${picture.hash}?width=${width}`)),
  )
  for (const scaled of widths) {
    expect(scaled.headers['content-type']).toBe('image/webp')
    expect((await sharp(scaled.bytes).metadata()).width).toBe(160)
  }
  expect((await visit(`/asset/${picture.hash}?width=nonsense`)).status).toBe(200)
})

test('SEC2: what can carry script is never shown in place, and could run nothing if it were', async () => {
  const previews = path.join(workspace.services.paths.temporary, 'previews', preview)
  mkdirSync(previews, { recursive: true })
  writeFileSync(
    path.join(previews, 'image1.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  )
  writeFileSync(path.join(previews, 'image2.png'), 'png')
  const drawing = await visit(`/preview/${preview}/image1.svg`)
  expect(drawing.headers['content-disposition']).toBe(
    `attachment; filename="image1.svg"; filename*=UTF-8''image1.svg`,
  )
  expect(drawing.headers['content-security-policy']).toContain('sandbox')
  expect((await visit(`/preview/${preview}/image2.png`)).headers['content-disposition']).toBeUndefined()
})

test('A package is a download; no name leads out of its folder', async () => {
  const { packages } = workspace.services.paths
  mkdirSync(path.join(packages, preview), { recursive: true })
  writeFileSync(path.join(packages, preview, '20261124-portal-le-hoi.zip'), 'PK')
  const zip = await visit(`/package/${preview}/20261124-portal-le-hoi.zip`)
  expect([zip.body, zip.headers['content-type']]).toEqual(['PK', 'application/zip'])
  expect(zip.headers['content-disposition']).toContain('attachment')
  const ways = ['../workspace.sqlite', '..%2fworkspace.sqlite', '.zip', 'x/../../../workspace.sqlite', '']
  for (const way of ways) expect((await visit(`/package/${preview}/${way}`)).status, way).toBe(404)
})

test('An upload becomes a grant that names no path, and goes with it', async () => {
  const answer = await put('Xin chào', { 'x-file-name': encodeURIComponent('C:\\Bài viết\\tin 24-11.txt') })
  expect(answer.status).toBe(201)
  const view = JSON.parse(answer.body)
  expect(view).toMatchObject({ name: 'tin 24-11.txt', bytes: 9, mediaType: 'text/plain; charset=utf-8' })
  expect(answer.body).not.toContain(folder)
  expect(uploads()).toHaveLength(1)
  workspace.services.grants.release(view.grant)
  expect(uploads()).toHaveLength(0)
})

test('SAFE3: an upload over the limit, or cut off, leaves nothing behind', async () => {
  const huge = await put('x', { 'content-length': String(uploadLimit + 1) }).catch(() => undefined)
  expect(huge === undefined || huge.status === 413).toBe(true)
  await expect(put('x', { 'content-length': '1000' }, 'cut')).rejects.toThrow()
  await expect.poll(uploads).toHaveLength(0)
})

test('SEC2: the socket takes our page and programs with the secret, and nobody else', async () => {
  const own = { cookie, origin: shell.origin }
  expect(await upgraded(own)).toBe(true)
  expect(await upgraded({ origin: shell.origin })).toBe(false)
  expect(await upgraded({ cookie })).toBe(false)
  expect(await upgraded({ cookie, origin: 'https://evil.example' })).toBe(false)
  expect(await upgraded({ ...own, host: 'evil.example' })).toBe(false)
  expect(await upgraded({ authorization: `Bearer ${readEndpoint(workspace.services.paths)?.token}` })).toBe(
    true,
  )
  expect(await upgraded({ authorization: `Bearer ${'A'.repeat(43)}` })).toBe(false)
  expect(await upgraded({ ...own, authorization: 'Bearer wrong' })).toBe(false)
})

test('A second start finds the owner by a file that its user alone can read, and gets a link of its own', async () => {
  const endpoint = readEndpoint(workspace.services.paths)
  expect(statSync(workspace.services.paths.endpoint).mode & 0o777).toBe(0o600)
  const url = endpoint && (await joinOwner(endpoint))
  expect((await ask(String(url))).status).toBe(303)
  expect(endpoint && (await joinOwner({ ...endpoint, token: 'A'.repeat(43) }))).toBeUndefined()
  expect((await visit('/launch', { method: 'POST', headers: { origin: shell.origin } })).status).toBe(405)
})

test('SAFE1: windows of a killed owner are let in again on its port; those of one that ended are not', async () => {
  const killed = readEndpoint(workspace.services.paths)
  await shell.close()
  shell = await startBrowserShell({ workspace, rendererRoot, killed })
  expect(shell.origin).toBe(killed?.url)
  expect((await visit('/')).status).toBe(200)
  expect((await ask('/', { headers: { cookie: `${cookie}x` } })).status).toBe(403)
  await shell.close()
  expect(readEndpoint(workspace.services.paths)).toBeUndefined()
  shell = await startBrowserShell({ workspace, rendererRoot, port: Number(new URL(killed?.url ?? '').port) })
  expect((await visit('/')).status).toBe(403)
})

test('a window that stands still keeps nobody waiting at the end: its farewell is waited for one second', async () => {
  const elsewhere = await startBrowserShell({ workspace, rendererRoot })
  const opened = Promise.withResolvers<Duplex>()
  const upgrade = httpRequest(new URL('/rpc', elsewhere.origin), {
    headers: {
      authorization: `Bearer ${elsewhere.access.secret}`,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    },
  })
  upgrade.on('upgrade', (_answer, socket) => opened.resolve(socket)).end()
  const still = await opened.promise
  still.on('error', () => undefined)
  const begun = performance.now()
  await elsewhere.close()
  expect(performance.now() - begun).toBeLessThan(8000)
  still.destroy()
})

type Answer = Readonly<{
  status: number
  body: string
  bytes: Buffer
  headers: Record<string, string | string[] | undefined>
}>
type Asking = Readonly<{ method?: string; headers?: Record<string, string>; body?: string; cut?: boolean }>

/** Node's plain client: unlike fetch it sends paths and headers as they are given. */
function ask(
  target: string,
  { method = 'GET', headers = {}, body, cut = false }: Asking = {},
): Promise<Answer> {
  const own = target.startsWith('http') ? target.slice(shell.origin.length) : target
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const asked = { host: '127.0.0.1', port: port(), path: own, method, headers, agent: false }
  const sent = httpRequest(asked, (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.on('error', reject)
    response.on('end', () =>
      resolve({
        status: response.statusCode ?? 0,
        bytes: Buffer.concat(chunks),
        body: Buffer.concat(chunks).toString('utf8'),
        headers: response.headers,
      }),
    )
  })
  sent.on('error', reject)
  if (cut) sent.write(body, () => sent.destroy())
  else sent.end(body)
  return promise
}

function visit(target: string, { headers, ...rest }: Asking = {}): Promise<Answer> {
  return ask(target, { ...rest, headers: { cookie, ...headers } })
}

function put(body: string, headers: Record<string, string>, cut?: 'cut'): Promise<Answer> {
  const all = { origin: shell.origin, ...headers }
  return visit('/upload', { method: 'PUT', body, headers: all, cut: cut === 'cut' })
}

async function enter(url: string): Promise<string> {
  const { headers } = await ask(url)
  return String(headers['set-cookie']).split(';')[0] ?? ''
}

function upgraded(headers: Record<string, string>): Promise<boolean> {
  const socket = new WebSocket(`ws://127.0.0.1:${port()}/rpc?client=window-1`, { headers })
  return new Promise((resolve) => {
    socket.on('open', () => resolve(socket.terminate() ?? true))
    socket.on('error', () => resolve(false))
  })
}

function port(): number {
  return Number(new URL(shell.origin).port)
}

function uploads(): readonly string[] {
  return readdirSync(uploadsFolder(workspace.services.paths))
}

async function makeWorkspace(): Promise<Workspace> {
  const opened = await openWorkspace(path.join(folder, 'workspace'), { keyCost: 1024 })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  return opened.value
}

async function keepPicture(): Promise<StoredAsset> {
  const file = path.join(folder, 'ảnh.png')
  await sharp({ create: { width: 400, height: 300, channels: 3, background: '#0a7' } })
    .png()
    .toFile(file)
  const added = await workspace.services.assets.add({ path: file, name: 'ảnh.png' })
  if (!added.ok) throw new Error(JSON.stringify(added.failure))
  return added.value
}
