// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'

type Listener = (...given: unknown[]) => void

const { exposed, sent, paths, ipcRenderer } = vi.hoisted(() => {
  const sent: unknown[][] = []
  const listeners = new Map<string, Listener[]>()
  return {
    exposed: new Map<string, Record<string, (...given: unknown[]) => unknown>>(),
    sent,
    paths: new Map<unknown, string>(),
    ipcRenderer: {
      on: (channel: string, listener: Listener) =>
        void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      removeAllListeners: (channel: string) => void listeners.delete(channel),
      emit(channel: string, ...given: unknown[]) {
        for (const listener of listeners.get(channel) ?? []) listener(...given)
      },
      send: (...message: unknown[]) => void sent.push(message),
      invoke: async (...message: unknown[]) => {
        sent.push(message)
        return { ok: true, value: 'granted' }
      },
    },
  }
})

vi.mock('electron', () => ({
  ipcRenderer,
  contextBridge: { exposeInMainWorld: (name: string, api: never) => void exposed.set(name, api) },
  webUtils: { getPathForFile: (file: unknown) => paths.get(file) ?? '' },
}))
await import('./preload.ts')

function bridge() {
  const found = exposed.get('tramtin')
  if (found === undefined) throw new Error('nothing exposed')
  return found
}

test('SEC2: the page gets seven plain calls and nothing of Electron', () => {
  expect([...exposed.keys()]).toEqual(['tramtin'])
  expect(Object.keys(bridge()).sort()).toEqual([
    'grantBytes',
    'grantFile',
    'mediaOrigin',
    'onClosing',
    'openFiles',
    'requestPort',
    'saveAs',
  ])
  expect(JSON.stringify(bridge())).not.toContain('ipc')
})

test('A port comes to the page as a message of its own window, under the nonce it asked with', async () => {
  const posted = vi.spyOn(window, 'postMessage').mockImplementation(() => undefined)
  bridge()['requestPort']?.('n1')
  expect(sent).toContainEqual(['tramtin:port', 'n1'])
  const port = new MessageChannel().port1
  ipcRenderer.emit('tramtin:port', { ports: [port] }, 'n1')
  expect(posted).toHaveBeenCalledWith({ tramtinPort: 'n1' }, window.location.origin, [port])
  port.close()
})

test('SEC2: only a file that lies on disk is let in by its place, and the page never names the place', async () => {
  const dropped = { name: 'bài.docx' }
  paths.set(dropped, '/home/lan/bài.docx')
  await bridge()['grantFile']?.(dropped)
  expect(sent).toContainEqual(['tramtin:grant-file', '/home/lan/bài.docx'])
  expect(await bridge()['grantFile']?.({ name: 'made by script' })).toBeNull()
})

test('SAFE1: a page that fails to save answers that it did not', async () => {
  bridge()['onClosing']?.(async () => Promise.reject(new Error('full')))
  ipcRenderer.emit('tramtin:closing', {})
  await vi.waitFor(() => expect(sent).toContainEqual(['tramtin:flushed', false]))
  bridge()['onClosing']?.(async () => true)
  ipcRenderer.emit('tramtin:closing', {})
  await vi.waitFor(() => expect(sent).toContainEqual(['tramtin:flushed', true]))
  expect(sent.filter(([channel]) => channel === 'tramtin:flushed')).toHaveLength(2)
})
