import { copyFile, rm } from 'node:fs/promises'
import {
  BrowserWindow,
  dialog,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  MessageChannelMain,
} from 'electron'
import { z } from 'zod'
import { type Failure, failure } from '#contract/failures.ts'
import type { GrantView } from '#contract/files.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { flushFile, moveDurably } from '#workspace/store/durable-files.ts'
import { faultOrThrow } from '#workspace/store/faults.ts'
import { fileFilters, fileKinds } from './file-filters.ts'
import { isFromPage, mediaOrigin } from './page-origin.ts'
import type { Texts } from './texts.ts'
import type { WorkspaceHost } from './workspace-host.ts'

/** Pasted pictures and the like; files with a place on disk are let in where they lie. */
const longestBytes = 256 * 1024 ** 2

const nonce = z.uuid()
const pathArgument = z.string().min(1).max(32_768)
const bytesArgument = z.object({ name: z.string().max(1000), bytes: z.instanceof(ArrayBuffer) })
const openArgument = z.object({ kind: z.enum(fileKinds), multiple: z.boolean() })
const saveArgument = z.object({ url: z.string().regex(/^\/[\w/.%-]+$/), name: z.string().min(1).max(255) })

type Calls = Readonly<{ host: WorkspaceHost; texts: Texts }>

/** What preload may ask of main. Every call is checked for its sender and parsed before anything happens (SEC2). */
export function handleWindowCalls({ host, texts }: Calls): void {
  ipcMain.on('tramtin:port', (event, argument: unknown) => {
    const parsed = nonce.safeParse(argument)
    if (isFromPage(event.senderFrame) && parsed.success) handPort(host, event, parsed.data)
  })
  ipcMain.handle('tramtin:grant-file', (event, argument: unknown) => {
    trusted(event)
    return grantFile(host, pathArgument.parse(argument))
  })
  ipcMain.handle('tramtin:grant-bytes', (event, argument: unknown) => {
    trusted(event)
    return grantBytes(host, bytesArgument.parse(argument))
  })
  ipcMain.handle('tramtin:open-files', (event, argument: unknown) =>
    openFiles(host, texts, trusted(event), openArgument.parse(argument)),
  )
  ipcMain.handle('tramtin:save-as', (event, argument: unknown) =>
    saveAs(host, trusted(event), saveArgument.parse(argument)),
  )
}

/** The window a call came from, when it is the page in that window's top frame. Throws otherwise. */
function trusted(event: IpcMainInvokeEvent): BrowserWindow {
  const window = BrowserWindow.fromWebContents(event.sender)
  if (!isFromPage(event.senderFrame) || window === null) throw new Error('Refused')
  return window
}

function handPort(host: WorkspaceHost, event: IpcMainEvent, asked: string): void {
  const { port1, port2 } = new MessageChannelMain()
  host.connect(`window-${event.sender.id}`, port1)
  event.senderFrame?.postMessage('tramtin:port', asked, [port2])
}

function grantFile(host: WorkspaceHost, path: string): Promise<Result<GrantView, Failure>> {
  return host.ask({ kind: 'grantFile', path })
}

async function grantBytes(
  host: WorkspaceHost,
  { name, bytes }: z.infer<typeof bytesArgument>,
): Promise<Result<GrantView, Failure>> {
  if (bytes.byteLength > longestBytes)
    return fail(failure('file-too-large', { name, bytes: bytes.byteLength, limit: longestBytes }))
  return host.ask({ kind: 'grantBytes', name, bytes: new Uint8Array(bytes) })
}

async function openFiles(
  host: WorkspaceHost,
  texts: Texts,
  window: BrowserWindow,
  { kind, multiple }: z.infer<typeof openArgument>,
): Promise<readonly Result<GrantView, Failure>[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
    filters: fileFilters(kind, texts),
  })
  return Promise.all(filePaths.map((path) => grantFile(host, path)))
}

/** The person chooses the place; the page never learns it. Answers false when they changed their mind. */
async function saveAs(
  host: WorkspaceHost,
  window: BrowserWindow,
  { url, name }: z.infer<typeof saveArgument>,
): Promise<Result<boolean, Failure>> {
  const found = await host.ask({ kind: 'resource', url: `${mediaOrigin}${url}` })
  if (!found.ok) return found
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name })
  return canceled || filePath === '' ? succeed(false) : copyWhole(found.value.path, filePath)
}

/** Whole or not at all, and on disk when it is said to be saved: a USB stick is pulled out right after. */
async function copyWhole(from: string, target: string): Promise<Result<boolean, Failure>> {
  const aside = `${target}.tramtin-new`
  try {
    await copyFile(from, aside)
    await flushFile(aside)
    await moveDurably(aside, target)
    return succeed(true)
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined)
    return fail(faultOrThrow(error, target))
  }
}
