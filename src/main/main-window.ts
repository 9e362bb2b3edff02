import { BrowserWindow, nativeTheme, screen } from 'electron'
import { createCrashCount } from './crash-count.ts'
import { pageUrl } from './page-origin.ts'
import { readWindowState, type WindowState, writeWindowState } from './window-state.ts'

export type WindowOptions = Readonly<{
  preload: string
  stateFile: string
  devTools: boolean
  /** Settles with whether all that was typed is on disk. */
  flush(window: BrowserWindow): Promise<boolean>
  /** Asked when something is not saved: may the window go all the same? */
  mayLoseText(window: BrowserWindow): Promise<boolean>
  /** Asked when the page keeps crashing: shall it be opened once more? */
  mayReopen(window: BrowserWindow): Promise<boolean>
}>

/** The one window: sandboxed, isolated, without Node (SEC2); it closes only over saved text (SAFE1). */
export function openMainWindow(options: WindowOptions): BrowserWindow {
  const state = readWindowState(
    options.stateFile,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const { x, y, width, height } = state
  const window = new BrowserWindow({
    ...(x === undefined || y === undefined ? {} : { x, y }),
    width,
    height,
    minWidth: 800,
    minHeight: 500,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.devTools,
    },
  })
  window.once('ready-to-show', () => (state.maximized ? window.maximize() : window.show()))
  reopenAfterCrash(window, options)
  closeWhenSaved(window, options)
  void window.loadURL(pageUrl)
  return window
}

/**
 * What the page held unsaved went with it; what it saved comes back with the page. A page that keeps crashing would
 * reload for ever: then a person decides.
 */
function reopenAfterCrash(window: BrowserWindow, { mayReopen }: WindowOptions): void {
  const crashes = createCrashCount()
  window.webContents.on('render-process-gone', () => {
    if (!crashes.isTooOften(Date.now())) window.reload()
    else void mayReopen(window).then(decide)
  })
  function decide(again: boolean): void {
    crashes.forget()
    if (window.isDestroyed()) return
    if (again) window.reload()
    else window.destroy()
  }
}

function closeWhenSaved(window: BrowserWindow, options: WindowOptions): void {
  let asking = false
  window.on('close', (event) => {
    event.preventDefault()
    if (asking) return
    asking = true
    void mayClose(window, options)
      .catch(() => false)
      .then((may) => {
        asking = false
        if (!may) return
        writeWindowState(options.stateFile, stateOf(window))
        window.destroy()
      })
  })
}

async function mayClose(window: BrowserWindow, { flush, mayLoseText }: WindowOptions): Promise<boolean> {
  return (await flush(window)) || (await mayLoseText(window))
}

function stateOf(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() }
}
