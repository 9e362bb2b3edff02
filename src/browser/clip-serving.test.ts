import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { h264, importFile, makeMedia, picture, tone } from '#workspace/clips/clip-making.test-kit.ts'
import { makeFolder, makeNewsroom, makeWorkspace } from '#workspace/workspace.test-kit.ts'
import { startBrowserShell } from './shell.ts'

// each runs ffmpeg several times, which takes its time on a machine that does other things
vi.setConfig({ testTimeout: 120_000 })

async function serve() {
  const folder = makeFolder()
  const workspace = await makeWorkspace(join(folder, 'kho'))
  const { owner } = await makeNewsroom(workspace)
  const path = makeMedia(folder, 'a.mp4', `${picture(4)} ${tone(4)} ${h264} -b:v 4M -c:a aac`)
  const { result, failure } = await importFile(workspace, owner, path)
  expect(failure).toBeNull()
  const shell = await startBrowserShell({ workspace, rendererRoot: folder, port: 0, report: () => undefined })
  onTestFinished(() => shell.close())
  const launched = await fetch(shell.launchUrl(), { redirect: 'manual' })
  const cookie = String(launched.headers.get('set-cookie')).split(';')[0] ?? ''
  const url = `http://127.0.0.1:${shell.port}/clip/${result}`
  const ask = (headers: Record<string, string> = {}, method = 'GET', at = url) =>
    fetch(at, { method, headers: { cookie, ...headers } })
  return { ask, url, cookie, bytes: readFileSync(path), hash: String(result), workspace }
}

test('a clip is served in ranges, whole where the bytes may have changed, and to a signed session alone', async () => {
  const { ask, url, bytes, hash } = await serve()
  expect((await fetch(url)).status).toBe(403)
  const whole = await ask()
  expect([whole.status, whole.headers.get('content-type'), whole.headers.get('accept-ranges')]).toEqual([
    200,
    'video/mp4',
    'bytes',
  ])
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true)
  const tag = String(whole.headers.get('etag'))
  expect(tag).toBe(`"${hash}"`)
  const part = await ask({ range: 'bytes=100-199', 'if-range': tag })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${bytes.length}`])
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true)
  expect((await ask({ range: 'bytes=100-199', 'if-range': '"other"' })).status).toBe(200)
  const beyond = await ask({ range: `bytes=${bytes.length}-` })
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`])
  const head = await ask({ range: 'bytes=0-9' }, 'HEAD')
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)])
  expect((await ask({}, 'GET', url.replace(hash, '0'.repeat(64)))).status).toBe(404)
  expect((await ask({}, 'GET', `${url}/other`)).status).toBe(404)
  const shot = await ask({}, 'GET', `${url}/thumbnail?at=1500&height=120`)
  expect([shot.status, shot.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
})

test('a reader that goes away leaves no file open', async () => {
  const { url, cookie, workspace } = await serve()
  const clips = workspace.services.paths.assets
  const openFiles = () =>
    readdirSync('/proc/self/fd').filter((name) => {
      try {
        return readlinkSync(`/proc/self/fd/${name}`).startsWith(clips)
      } catch {
        return false
      }
    }).length
  for (let n = 0; n < 20; n += 1) {
    await new Promise<void>((resolve) => {
      const asked = request(url, { headers: { cookie, range: 'bytes=1000-' } }, (response) => {
        response.once('data', () => {
          asked.destroy()
          resolve()
        })
      })
      asked.on('error', () => resolve())
      asked.end()
    })
  }
  await expect.poll(openFiles).toBe(0)
})
