import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { BrowserWindow, type StandIn } from '#tests/electron/stand-in.ts'
import { menuTemplate } from './menu.ts'
import { loadTexts } from './texts.ts'

vi.mock('electron', async () => (await import('#tests/electron/stand-in.ts')).makeElectron())
const folder = mkdtempSync(path.join(tmpdir(), 'tramtin-app-'))

beforeAll(() => {
  process.env['TRAMTIN_TEST_DATA'] = folder
  process.env['TRAMTIN_WORKSPACE'] = path.join(folder, 'workspace')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs `main.ts` anew, as a start of the app does; unpackaged, so that it finds the repository's resources. */
async function startApp(isFirst = true): Promise<StandIn> {
  vi.resetModules()
  const electron = (await import('electron')) as unknown as StandIn
  electron.app.isFirst = isFirst
  electron.app.isPackaged = false
  await import('./main.ts')
  return electron
}

test('A second start goes away again, without a workspace process of its own', async () => {
  const { app, utilityProcess } = await startApp(false)
  expect(app.quits).toBe(1)
  expect(utilityProcess.forked).toEqual([])
})

test('SEC2, SAFE1: the app starts guarded, shows one window, outlives a crash and quits in order', async () => {
  const { app, protocol, session, dialog, utilityProcess, BrowserWindow } = await startApp()
  expect(app.sandboxed).toBe(true)
  expect([...protocol.handlers.keys()]).toEqual(['app', 'media'])
  expect(session.defaultSession.kept.spellCheck).toBe(false)
  await expect.poll(() => BrowserWindow.all.size, { timeout: 25_000 }).toBe(1)
  const [window] = BrowserWindow.getAllWindows()

  if (window !== undefined) window.state = 'minimized'
  app.emit('second-instance')
  expect([window?.state, window?.focused]).toEqual(['shown', 1])

  utilityProcess.forked.at(-1)?.kill()
  await expect.poll(() => dialog.shown.length, { timeout: 25_000 }).toBe(1)
  expect(dialog.shown[0]?.['detail']).toContain('“Đã lưu” vẫn còn nguyên')
  expect(BrowserWindow.all.size).toBe(1)
  expect(utilityProcess.forked).toHaveLength(2)

  const child = utilityProcess.forked.at(-1)
  const before = app.quits
  app.quit()
  expect(child?.pid).toBeDefined()
  await expect.poll(() => app.quits, { timeout: 25_000 }).toBe(before + 2)
  expect(child?.pid).toBeUndefined()
})

test('A bundle that was opened by a double click is offered to the window, now and later', async () => {
  const { app, utilityProcess } = await startApp()
  await expect.poll(() => utilityProcess.forked.length, { timeout: 25_000 }).toBeGreaterThan(0)
  const child = utilityProcess.forked.at(-1)
  const asked: unknown[] = []
  const post = child?.postMessage.bind(child)
  if (child && post) {
    child.postMessage = (message: unknown, ...rest: never[]) => {
      asked.push(message)
      return (post as (...words: unknown[]) => unknown)(message, ...rest) as never
    }
  }
  await expect.poll(() => BrowserWindow.all.size, { timeout: 25_000 }).toBe(1)
  const bundle = path.join(folder, 'le-hoi.tramtin')
  writeFileSync(bundle, 'x')
  app.emit('second-instance', {}, ['tramtin', '--flag', 'le-hoi.tramtin', 'tin.docx'], folder)
  const question = { kind: 'offerFile', path: bundle }
  await expect.poll(() => asked, { timeout: 25_000 }).toContainEqual(expect.objectContaining({ question }))
  app.quit()
  await expect.poll(() => child?.pid, { timeout: 25_000 }).toBeUndefined()
})

test('Menus speak the language of the interface and leave editing keys to the page', async () => {
  const texts = await loadTexts()
  const labels = () => JSON.stringify(menuTemplate(texts, { isMac: false, devTools: false }))
  expect(labels()).toContain('Hoàn tác')
  texts.speak('ko')
  await expect.poll(labels).toContain('실행 취소')
  for (const language of ['vi', 'en', 'zh', 'ko']) {
    texts.speak(language)
    expect(labels(), language).not.toMatch(/"(edit|file|view|window)\.\w+"/)
  }
  expect(labels()).not.toContain('accelerator":"')
  expect(labels()).not.toContain('toggleDevTools')
  expect(JSON.stringify(menuTemplate(texts, { isMac: false, devTools: true }))).toContain('toggleDevTools')
})
