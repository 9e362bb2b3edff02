import { beforeEach, expect, test, vi } from 'vitest'
import { makeEvent, type StandIn, WebContents } from '#tests/electron/stand-in.ts'
import { guardContents, guardSession } from './guards.ts'
import { isFromPage, isPageUrl } from './page-origin.ts'

vi.mock('electron', async () => (await import('#tests/electron/stand-in.ts')).makeElectron())
const { app, session } = (await import('electron')) as unknown as StandIn
const { kept } = session.defaultSession

beforeEach(() => {
  app.removeAllListeners()
  guardSession(session.defaultSession as never)
  guardContents()
})

test('SEC2: only the page itself, in the top frame, is listened to', () => {
  const page = { parent: null, url: 'app://tramtin/index.html' }
  expect(isFromPage(page as never)).toBe(true)
  expect(isFromPage(null)).toBe(false)
  expect(isFromPage({ ...page, parent: page } as never)).toBe(false)
  for (const url of ['', 'about:blank', 'file:///etc/passwd', 'https://tramtin/', 'media://tramtin/asset/x'])
    expect(isFromPage({ ...page, url } as never), url).toBe(false)
  for (const url of ['app://evil/', 'app://tramtin.evil/', 'app://tramtin@evil/', 'app://x@tramtin/'])
    expect(isPageUrl(url), url).toBe(false)
})

test('SEC2: the page may copy text out, and is refused every other permission', () => {
  const contents = new WebContents()
  const asked = (permission: string) => {
    const answer = vi.fn()
    kept.request(contents, permission, answer)
    return answer.mock.calls
  }
  expect(asked('clipboard-sanitized-write')).toEqual([[true]])
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'usb'])
    expect(asked(permission), permission).toEqual([[false]])
  expect(kept.check(contents, 'clipboard-sanitized-write')).toBe(true)
  expect(kept.check(null, 'clipboard-sanitized-write')).toBe(false)
  expect(kept.check(contents, 'media')).toBe(false)
  expect(kept.device()).toBe(false)
  contents.mainFrame.url = 'https://evil.example/'
  expect(asked('clipboard-sanitized-write')).toEqual([[false]])
})

test('SEC2: no request leaves the machine, and no spelling dictionary is fetched', () => {
  const cancelled = (url: string) => {
    const answer = vi.fn()
    kept.before({ url }, answer)
    return answer.mock.calls[0]?.[0]
  }
  expect(cancelled('app://tramtin/')).toEqual({ cancel: false })
  expect(cancelled('media://tramtin/asset/x')).toEqual({ cancel: false })
  for (const url of [
    'https://example.com/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'ws://x/',
    'ftp://x/',
    'no',
  ])
    expect(cancelled(url), url).toEqual({ cancel: true })
  expect(kept.spellCheck).toBe(false)
})

test('SEC2: no window is opened, no navigation leaves the page, nothing is downloaded or embedded', () => {
  const contents = new WebContents()
  app.emit('web-contents-created', {}, contents)
  expect(contents.openHandler({ url: 'https://example.com/' })).toEqual({ action: 'deny' })
  for (const kind of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    const away = { ...makeEvent(), url: 'https://evil.example/' }
    const prevented = vi.fn()
    contents.emit(kind, { ...away, preventDefault: prevented })
    expect(prevented, kind).toHaveBeenCalledOnce()
    const home = vi.fn()
    contents.emit(kind, { url: 'app://tramtin/', preventDefault: home })
    expect(home, kind).not.toHaveBeenCalled()
  }
  const webview = makeEvent()
  contents.emit('will-attach-webview', webview)
  const downloaded = makeEvent()
  session.defaultSession.emit('will-download', downloaded)
  expect([webview.defaultPrevented, downloaded.defaultPrevented]).toEqual([true, true])
})
