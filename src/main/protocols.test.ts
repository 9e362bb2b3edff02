import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { failure } from '#contract/failures.ts'
import { fail, succeed } from '#domain/result.ts'
import type { StandIn } from '#tests/electron/stand-in.ts'
import { answerMedia, answerPage, registerSchemes } from './protocols.ts'

vi.mock('electron', async () => (await import('#tests/electron/stand-in.ts')).makeElectron())
const { protocol } = (await import('electron')) as unknown as StandIn

const folder = mkdtempSync(path.join(tmpdir(), 'tramtin-schemes-'))
const root = path.join(folder, 'renderer')
mkdirSync(path.join(root, 'assets'), { recursive: true })
writeFileSync(path.join(root, 'index.html'), '<!doctype html>')
writeFileSync(path.join(folder, 'outside.txt'), 'secret')
writeFileSync(path.join(folder, 'clip.mp4'), '0123456789')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const clip = {
  path: path.join(folder, 'clip.mp4'),
  bytes: 10,
  mediaType: 'video/mp4',
  download: null,
  immutable: true,
  tag: null,
}
const page = (url: string, init?: RequestInit) => answerPage(root, new Request(url, init))
const media = (init?: RequestInit) =>
  answerMedia(async () => succeed(clip), new Request('media://tramtin/asset/x', init))

test('SEC2: neither scheme may bypass the policy, and only the page may fetch', () => {
  registerSchemes()
  expect(protocol.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'media', privileges: { standard: true, secure: true, stream: true } },
  ])
})

test('SEC2: the page comes with its policy, which names the media scheme and nothing remote', async () => {
  const answer = await page('app://tramtin/')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(policy).toContain("img-src 'self' media://tramtin blob: data:")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toMatch(/https?:|unsafe-eval/)
})

test('SEC2: no path of the page scheme leads out of the built page', async () => {
  const ways = [
    'app://tramtin/..%2foutside.txt',
    'app://tramtin/%2e%2e%5coutside.txt',
    'app://evil/index.html',
  ]
  for (const way of ways) expect((await page(way)).status, way).toBe(404)
  expect((await page('app://tramtin/', { method: 'POST', body: 'x' })).status).toBe(404)
})

test('Media answers the one range a player asks for', async () => {
  const part = await media({ headers: { range: 'bytes=3-5' } })
  expect([part.status, await part.text()]).toEqual([206, '345'])
  expect(part.headers.get('content-range')).toBe('bytes 3-5/10')
  expect(await (await media()).text()).toBe('0123456789')
  expect((await media({ headers: { range: 'bytes=20-' } })).status).toBe(416)
  expect((await media({ method: 'HEAD' })).body).toBeNull()
})

test('SEC2: media may be embedded, can run nothing, and what the workspace does not know is not found', async () => {
  const answer = await media()
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const unknown = async () => fail(failure('asset-missing', { asset: 'x' }))
  expect((await answerMedia(unknown, new Request('media://tramtin/asset/x'))).status).toBe(404)
  expect((await answerMedia(async () => succeed(clip), new Request('media://evil/asset/x'))).status).toBe(404)
})
