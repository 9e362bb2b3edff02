import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'

/**
 * Stands in for the `electron` module where its binary cannot be had: small objects that behave as Electron's
 * documentation says of the few calls we make, over real ports and real threads. It proves what our code asks of
 * Electron, not what Electron does with it.
 */
export function makeElectron() {
  const electron = {
    app: makeApp(),
    protocol: makeProtocol(),
    ipcMain: makeIpcMain(),
    dialog: makeDialog(),
    session: { defaultSession: makeSession() },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }] },
    nativeTheme: { shouldUseDarkColors: false },
    Menu: makeMenu(),
    BrowserWindow,
    MessageChannelMain,
    utilityProcess: { fork, forked },
  }
  BrowserWindow.all.clear()
  return electron
}

export type StandIn = ReturnType<typeof makeElectron>

function makeApp() {
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    isFirst: true,
    sandboxed: false,
    quits: 0,
    exits: [] as number[],
    requestSingleInstanceLock: () => app.isFirst,
    enableSandbox() {
      app.sandboxed = true
    },
    whenReady: () => Promise.resolve(),
    getPath: (name: string) => `${process.env['TRAMTIN_TEST_DATA'] ?? ''}/${name}`,
    /** As Electron: `will-quit` may hold it back. */
    quit() {
      app.quits += 1
      app.emit('will-quit', makeEvent())
    },
    exit(code: number) {
      app.exits.push(code)
    },
  })
  return app
}

export function makeEvent() {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return event
}

function makeProtocol() {
  const schemes: { scheme: string; privileges: Record<string, boolean> }[] = []
  const handlers = new Map<string, (request: Request) => Promise<Response>>()
  return {
    schemes,
    handlers,
    registerSchemesAsPrivileged: (given: typeof schemes) => void schemes.push(...given),
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
      void handlers.set(scheme, handler),
  }
}

type Invoked = (event: unknown, argument: unknown) => unknown

function makeIpcMain() {
  const handlers = new Map<string, Invoked>()
  const ipcMain = Object.assign(new EventEmitter(), {
    handlers,
    handle: (channel: string, handler: Invoked) => void handlers.set(channel, handler),
    async call(channel: string, event: unknown, argument: unknown): Promise<unknown> {
      return handlers.get(channel)?.(event, argument)
    },
  })
  return ipcMain
}

function makeDialog() {
  const dialog = {
    shown: [] as Record<string, unknown>[],
    response: 0,
    filePaths: [] as string[],
    save: { canceled: true, filePath: '' },
    async showMessageBox(...given: Record<string, unknown>[]) {
      dialog.shown.push(given.at(-1) ?? {})
      return { response: dialog.response }
    },
    showOpenDialog: async () => ({ canceled: dialog.filePaths.length === 0, filePaths: dialog.filePaths }),
    showSaveDialog: async () => dialog.save,
  }
  return dialog
}

type Answered = (answer: unknown) => void

function makeSession() {
  const kept = {
    request: (_contents: unknown, _permission: string, _answer: Answered): void => undefined,
    check: (_contents: unknown, _permission: string): boolean => true,
    device: (): boolean => true,
    before: (_details: { url: string }, _answer: Answered): void => undefined,
    spellCheck: true,
  }
  return Object.assign(new EventEmitter(), {
    kept,
    setPermissionRequestHandler(handler: typeof kept.request) {
      kept.request = handler
    },
    setPermissionCheckHandler(handler: typeof kept.check) {
      kept.check = handler
    },
    setDevicePermissionHandler(handler: typeof kept.device) {
      kept.device = handler
    },
    setSpellCheckerEnabled(on: boolean) {
      kept.spellCheck = on
    },
    webRequest: {
      onBeforeRequest(handler: typeof kept.before) {
        kept.before = handler
      },
    },
  })
}

function makeMenu() {
  const menu = {
    shown: undefined as unknown,
    buildFromTemplate: (template: unknown) => template,
    setApplicationMenu(template: unknown) {
      menu.shown = template
    },
  }
  return menu
}

/** A window's page: `frame` is where it is, `sent` what main told it. */
export class WebContents extends EventEmitter {
  static last = 0
  readonly id = ++WebContents.last
  readonly sent: unknown[][] = []
  readonly mainFrame = { parent: null, url: 'app://tramtin/', postMessage: this.post.bind(this) }
  crashed = false
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  posted: unknown[] = []

  getURL(): string {
    return this.mainFrame.url
  }
  isCrashed(): boolean {
    return this.crashed
  }
  send(...message: unknown[]): void {
    this.sent.push(message)
    this.emit('sent', ...message)
  }
  setWindowOpenHandler(handler: typeof this.openHandler): void {
    this.openHandler = handler
  }
  private post(...message: unknown[]): void {
    this.posted.push(message)
    this.emit('posted', ...message)
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all = new Set<BrowserWindow>()
  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.all]
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null
  }

  readonly webContents = new WebContents()
  readonly options: Record<string, unknown>
  state = 'hidden'
  focused = 0
  bounds = { x: 10, y: 20, width: 1000, height: 700 }
  url = ''
  destroyed = false
  reloads = 0

  constructor(options: Record<string, unknown>) {
    super()
    this.options = options
    BrowserWindow.all.add(this)
  }
  async loadURL(url: string): Promise<void> {
    this.url = url
  }
  reload(): void {
    this.reloads += 1
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  show(): void {
    this.state = 'shown'
  }
  maximize(): void {
    this.state = 'maximized'
  }
  isMaximized(): boolean {
    return this.state === 'maximized'
  }
  isMinimized(): boolean {
    return this.state === 'minimized'
  }
  restore(): void {
    this.state = 'shown'
  }
  focus(): void {
    this.focused += 1
  }
  getNormalBounds(): typeof this.bounds {
    return this.bounds
  }
  /** As a person clicks the window's cross. */
  close(): void {
    this.emit('close', makeEvent())
  }
  destroy(): void {
    this.destroyed = true
    BrowserWindow.all.delete(this)
    this.emit('closed')
  }
}

const transfer = Symbol('the real port')

/** Electron's own port: events carry `data` and `ports`, and nothing comes before `start`. */
export class MessagePortMain extends EventEmitter {
  readonly [transfer]: MessagePort
  constructor(port: MessagePort) {
    super()
    this[transfer] = port
  }
  start(): void {
    this[transfer].on('message', (data) => this.emit('message', { data, ports: [] }))
    this[transfer].on('close', () => this.emit('close'))
  }
  postMessage(data: unknown): void {
    this[transfer].postMessage(data)
  }
  close(): void {
    this[transfer].close()
  }
}

export function realPort(port: MessagePortMain): MessagePort {
  return port[transfer]
}

class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain
  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new MessagePortMain(port1)
    this.port2 = new MessagePortMain(port2)
  }
}

/** A utility process as a thread: its script runs as it is and finds `process.parentPort`. */
class UtilityProcess extends EventEmitter {
  pid: number | undefined = 1
  readonly worker: Worker
  constructor(script: string, args: readonly string[]) {
    super()
    this.worker = new Worker(new URL('./utility-thread.ts', import.meta.url), {
      workerData: { script },
      argv: [...args],
    })
    this.worker.on('message', (message) => this.emit('message', message))
    this.worker.on('error', (error) => this.emit('threadError', error))
    this.worker.on('exit', (code) => {
      this.pid = undefined
      this.emit('exit', code)
    })
  }
  postMessage(data: unknown, ports: readonly MessagePortMain[] = []): void {
    const real = ports.map(realPort)
    this.worker.postMessage({ data, ports: real }, real)
  }
  kill(): boolean {
    void this.worker.terminate()
    return true
  }
}

export const forked: UtilityProcess[] = []

function fork(script: string, args: readonly string[]): UtilityProcess {
  const child = new UtilityProcess(script, args)
  forked.push(child)
  return child
}
