import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { failure } from '#contract/failures.ts'
import { fail, succeed } from '#domain/result.ts'
import { BrowserWindow, type StandIn } from '#tests/electron/stand-in.ts'
import type { Question } from './process-messages.ts'
import { loadTexts } from './texts.ts'
import { handleWindowCalls } from './window-calls.ts'

vi.mock('electron', async () => (await import('#tests/electron/stand-in.ts')).makeElectron())
const { ipcMain, dialog } = (await import('electron')) as unknown as StandIn

const folder = mkdtempSync(path.join(tmpdir(), 'tramtin-calls-'))
const zip = path.join(folder, 'kept.zip')
const asked: Question[] = []
const connected: string[] = []
const nonce = '0b1f9a52-6c3e-4d0a-9a39-2f1c0d5f1e11'
let window: BrowserWindow

/** The workspace process' side, as far as these calls need it. */
const host = {
  connect: (name: string) => void connected.push(name),
  async ask(question: Question) {
    asked.push(question)
    if (question.kind === 'resource')
      return question.url === 'media://tramtin/package/1/kept.zip'
        ? succeed({ path: zip })
        : fail(failure('not-found', { what: question.url }))
    const name = question.kind === 'grantBytes' ? question.name : path.basename(question.path)
    return succeed({ grant: 'g1', name, bytes: 1, mediaType: 'text/plain' })
  },
}

beforeAll(async () => {
  writeFileSync(zip, 'PK')
  window = new BrowserWindow({})
  handleWindowCalls({ host: host as never, texts: await loadTexts() })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function call(channel: string, argument: unknown, frame: unknown = window.webContents.mainFrame) {
  return ipcMain.call(channel, { sender: window.webContents, senderFrame: frame }, argument)
}

test('SEC2: every call from another frame, page or window is refused before anything is asked', async () => {
  const arguments_: Record<string, unknown> = {
    'tramtin:grant-file': '/etc/passwd',
    'tramtin:grant-bytes': { name: 'a', bytes: new ArrayBuffer(1) },
    'tramtin:open-files': { kind: 'any', multiple: true },
    'tramtin:save-as': { url: '/package/1/kept.zip', name: 'a.zip' },
  }
  expect([...ipcMain.handlers.keys()].sort()).toEqual(Object.keys(arguments_).sort())
  const before = asked.length
  const frames = [
    null,
    { parent: {}, url: 'app://tramtin/' },
    { parent: null, url: 'https://evil.example/' },
    { parent: null, url: 'about:blank' },
  ]
  for (const [channel, argument] of Object.entries(arguments_))
    for (const frame of frames) await expect(call(channel, argument, frame), channel).rejects.toThrow()
  expect(asked.length).toBe(before)
  expect(dialog.shown).toEqual([])
})

test('SEC2: a call with an odd argument is refused, too', async () => {
  const odd: [string, unknown][] = [
    ['tramtin:grant-file', 42],
    ['tramtin:grant-bytes', { name: 'a', bytes: 'text' }],
    ['tramtin:open-files', { kind: 'folders', multiple: true }],
    ['tramtin:save-as', { url: 'file:///etc/passwd', name: 'a' }],
    ['tramtin:save-as', { url: '/package/1/kept.zip?x#y', name: 'a' }],
  ]
  const before = asked.length
  for (const [channel, argument] of odd) await expect(call(channel, argument), channel).rejects.toThrow()
  expect(asked.length).toBe(before)
})

test('The page gets a port of its own under the nonce it asked with; a stranger gets none', () => {
  const event = { sender: window.webContents, senderFrame: window.webContents.mainFrame }
  ipcMain.emit('tramtin:port', event, nonce)
  expect(connected).toEqual([`window-${window.webContents.id}`])
  expect(window.webContents.posted).toEqual([['tramtin:port', nonce, [expect.anything()]]])
  ipcMain.emit('tramtin:port', { ...event, senderFrame: { parent: {}, url: 'app://tramtin/' } }, nonce)
  ipcMain.emit('tramtin:port', event, 'no nonce')
  expect(connected).toHaveLength(1)
})

test('The open dialog answers grants; the page never learns a path', async () => {
  dialog.filePaths = [path.join(folder, 'một.docx'), path.join(folder, 'hai.docx')]
  const opened = await call('tramtin:open-files', { kind: 'documents', multiple: true })
  expect(opened).toMatchObject([
    { ok: true, value: { name: 'một.docx' } },
    { ok: true, value: { name: 'hai.docx' } },
  ])
  expect(JSON.stringify(opened)).not.toContain(folder)
})

test('Saving copies whole to the place the person chose, or nothing at all', async () => {
  const target = path.join(folder, 'USB.zip')
  const save = { url: '/package/1/kept.zip', name: 'a.zip' }
  expect(await call('tramtin:save-as', save)).toEqual({ ok: true, value: false })
  dialog.save = { canceled: false, filePath: target }
  expect(await call('tramtin:save-as', save)).toEqual({ ok: true, value: true })
  expect(readFileSync(target, 'utf8')).toBe('PK')
  expect(existsSync(`${target}.tramtin-new`)).toBe(false)
  dialog.save = { canceled: false, filePath: path.join(folder, 'gone', 'USB.zip') }
  expect(await call('tramtin:save-as', save)).toMatchObject({ ok: false, failure: { code: 'write-failed' } })
  const unknown = await call('tramtin:save-as', { url: '/package/2/none.zip', name: 'a' })
  expect(unknown).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})
