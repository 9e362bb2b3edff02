import path from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import type { Failure } from '#contract/failures.ts'
import { defaultWorkspaceFolder } from '#workspace/store/default-folder.ts'
import { guardContents, guardSession } from './guards.ts'
import { openMainWindow } from './main-window.ts'
import { menuTemplate, showMenu } from './menu.ts'
import { type OpenedFiles, takeOpenedFiles } from './opened-files.ts'
import { handleSchemes, registerSchemes } from './protocols.ts'
import { loadTexts, type Texts } from './texts.ts'
import { handleWindowCalls } from './window-calls.ts'
import { flushWindow } from './window-flush.ts'
import { startWorkspaceHost, type WorkspaceHost } from './workspace-host.ts'

const out = path.join(import.meta.dirname, '..')
/** The workspace process as a source in tests, as a bundle beside this one in the app. */
const workspaceScript = path.join(
  import.meta.dirname,
  import.meta.url.endsWith('.ts') ? 'workspace-process.ts' : 'workspace.js',
)
const rendererRoot = path.join(out, 'renderer')
const devTools = !app.isPackaged

/** Electron's side of the shell: one window, one workspace process, and nothing of the work itself. */
async function main(): Promise<void> {
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.enableSandbox()
  registerSchemes()
  guardContents()
  const opened = takeOpenedFiles()
  app.on('second-instance', focusWindow)
  const texts = await loadTexts()
  await app.whenReady()
  guardSession(session.defaultSession)
  start(texts, opened)
}

function start(texts: Texts, opened: OpenedFiles): void {
  const host = startWorkspaceHost({
    script: workspaceScript,
    folder: defaultWorkspaceFolder(),
    channels: path.join(
      app.isPackaged ? process.resourcesPath : path.join(out, '..'),
      'resources',
      'channels',
    ),
    page: rendererRoot,
    ready(language) {
      speak(texts, language)
      if (BrowserWindow.getAllWindows().length === 0) openWindow(texts)
      opened.handTo((path) => void host.ask({ kind: 'offerFile', path }))
    },
    languageChanged: (language) => speak(texts, language),
    refused: (failure) => void refuse(texts, failure),
    crashed: (often) => void tellCrash(texts, host, often),
    report: (detail) => process.stderr.write(`${detail}\n`),
  })
  handleSchemes(rendererRoot, (url) => host.ask({ kind: 'resource', url }))
  handleWindowCalls({ host, texts })
  quitInOrder(host)
}

function openWindow(texts: Texts): void {
  openMainWindow({
    preload: path.join(out, 'preload', 'index.cjs'),
    stateFile: path.join(app.getPath('userData'), 'window.json'),
    devTools,
    flush: flushWindow,
    mayLoseText: (window) => confirmLoss(texts, window),
    mayReopen: (window) => askToReopen(texts, window),
  })
}

function speak(texts: Texts, language: string): void {
  texts.speak(language)
  showMenu(menuTemplate(texts, { isMac: process.platform === 'darwin', devTools }))
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized() === true) window.restore()
  window?.focus()
}

/** The window goes first and saves what it holds, then the workspace process, then the app. */
function quitInOrder(host: WorkspaceHost): void {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void host.close().then(() => {
      closed = true
      app.quit()
    })
  })
}

async function confirmLoss(texts: Texts, window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: texts.say('unsaved.message'),
    detail: texts.say('unsaved.detail'),
    buttons: [texts.say('unsaved.wait'), texts.say('unsaved.close')],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

async function askToReopen(texts: Texts, window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: texts.say('pageCrashes.message'),
    detail: texts.say('pageCrashes.detail'),
    buttons: [texts.say('pageCrashes.reopen'), texts.say('pageCrashes.quit')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 0
}

async function refuse(texts: Texts, failure: Failure): Promise<void> {
  await dialog.showMessageBox({
    type: 'error',
    message: texts.say('refused.message'),
    detail: texts.failure(failure),
  })
  app.quit()
}

async function tellCrash(texts: Texts, host: WorkspaceHost, often: boolean): Promise<void> {
  const kind = often ? 'crashedOften' : 'crashed'
  const buttons = often
    ? [texts.say('crashedOften.restart'), texts.say('crashedOften.quit')]
    : [texts.say('crashed.ok')]
  const { response } = await dialog.showMessageBox({
    type: often ? 'error' : 'warning',
    message: texts.say(`${kind}.message`),
    detail: texts.say(`${kind}.detail`),
    buttons,
    defaultId: 0,
    cancelId: 0,
  })
  if (!often) return
  if (response === 0) host.restart()
  else app.exit(1)
}

await main()
