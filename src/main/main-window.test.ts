import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { BrowserWindow, type StandIn } from '#tests/electron/stand-in.ts'
import { openMainWindow } from './main-window.ts'
import { flushWindow } from './window-flush.ts'

vi.mock('electron', async () => (await import('#tests/electron/stand-in.ts')).makeElectron())
const { ipcMain } = (await import('electron')) as unknown as StandIn

const folder = mkdtempSync(path.join(tmpdir(), 'tramtin-main-'))
const stateFile = path.join(folder, 'window.json')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => BrowserWindow.all.clear())

function open(mayLoseText = async () => false, mayReopen = async () => true): BrowserWindow {
  openMainWindow({
    preload: '/out/preload/index.cjs',
    stateFile,
    devTools: false,
    flush: flushWindow,
    mayLoseText,
    mayReopen,
  })
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) throw new Error('no window')
  return window
}

/** The page's side of closing: preload answers what its sessions say. */
function answersClosing(window: BrowserWindow, saved: unknown): void {
  window.webContents.on('sent', (channel: string) => {
    const event = { sender: window.webContents, senderFrame: window.webContents.mainFrame }
    if (channel === 'tramtin:closing') ipcMain.emit('tramtin:flushed', event, saved)
  })
}

test('SEC2: the window is sandboxed and isolated, without Node, web views or developer tools', () => {
  const window = open()
  expect(window.url).toBe('app://tramtin/')
  expect(window.options['webPreferences']).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    devTools: false,
  })
})

test('SAFE1: a window closes once its text is on disk, and remembers where it was', async () => {
  const window = open()
  answersClosing(window, true)
  window.close()
  await vi.waitFor(() => expect(window.destroyed).toBe(true))
  expect(JSON.parse(readFileSync(stateFile, 'utf8'))).toMatchObject({ x: 10, y: 20, width: 1000 })
})

test('SAFE1: a window with unsaved text stays open unless the person gives the text up', async () => {
  const asked = vi.fn(async () => false)
  const window = open(asked)
  answersClosing(window, false)
  window.close()
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())
  await new Promise(setImmediate)
  expect(window.destroyed).toBe(false)
  asked.mockResolvedValue(true)
  window.close()
  await vi.waitFor(() => expect(window.destroyed).toBe(true))
})

test('SAFE1: anything but a plain yes from the page counts as unsaved; other frames are not heard', async () => {
  const asked = vi.fn(async () => true)
  const window = open(asked)
  window.webContents.on('sent', () => {
    const stranger = { sender: window.webContents, senderFrame: { parent: {}, url: 'app://tramtin/' } }
    ipcMain.emit('tramtin:flushed', stranger, true)
    expect(window.destroyed).toBe(false)
  })
  answersClosing(window, 'yes')
  window.close()
  await vi.waitFor(() => expect(window.destroyed).toBe(true))
  expect(asked).toHaveBeenCalledOnce()
})

test('a page that crashed comes back by itself twice in a minute, then only when a person says so', async () => {
  const { promise: answer, resolve: decide } = Promise.withResolvers<boolean>()
  const asked = vi.fn(() => answer)
  const window = open(undefined, asked)
  const crash = () => window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
  crash()
  crash()
  expect([window.reloads, asked.mock.calls.length]).toEqual([2, 0])
  crash()
  expect([window.reloads, asked.mock.calls.length]).toEqual([2, 1])
  decide(true)
  await vi.waitFor(() => expect(window.reloads).toBe(3))
  crash()
  expect([window.reloads, asked.mock.calls.length]).toEqual([4, 1])
})

test('a page that keeps crashing goes away when the person gives it up', async () => {
  const window = open(undefined, async () => false)
  for (let crash = 0; crash < 3; crash++) window.webContents.emit('render-process-gone')
  await vi.waitFor(() => expect(window.destroyed).toBe(true))
  expect(window.reloads).toBe(2)
})
