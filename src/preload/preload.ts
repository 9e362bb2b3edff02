import { contextBridge, ipcRenderer, webUtils } from 'electron'

type OpenKind = 'documents' | 'pictures' | 'any'

/**
 * All that the page gets of Electron: a port to the workspace and a few dialogs. It hands on what it is given and
 * knows no path but those of files a person dropped or picked.
 */
const bridge = {
  mediaOrigin: 'media://tramtin',
  requestPort: (nonce: string): void => ipcRenderer.send('tramtin:port', nonce),
  async grantFile(file: File): Promise<unknown> {
    // Empty for files that script made: those have no place on disk.
    const path = webUtils.getPathForFile(file)
    return path === '' ? null : ipcRenderer.invoke('tramtin:grant-file', path)
  },
  grantBytes: (name: string, bytes: ArrayBuffer): Promise<unknown> =>
    ipcRenderer.invoke('tramtin:grant-bytes', { name, bytes }),
  openFiles: (kind: OpenKind, multiple: boolean): Promise<unknown> =>
    ipcRenderer.invoke('tramtin:open-files', { kind, multiple }),
  saveAs: (url: string, name: string): Promise<unknown> =>
    ipcRenderer.invoke('tramtin:save-as', { url, name }),
  onClosing(flush: () => Promise<boolean>): void {
    ipcRenderer.removeAllListeners('tramtin:closing')
    ipcRenderer.on('tramtin:closing', () => {
      flush().then(
        (saved) => ipcRenderer.send('tramtin:flushed', saved),
        () => ipcRenderer.send('tramtin:flushed', false),
      )
    })
  },
}

contextBridge.exposeInMainWorld('tramtin', bridge)

// Ports cannot cross the bridge: they go to the page's own window as a message, which no other page can read.
ipcRenderer.on('tramtin:port', (event, nonce: string) => {
  window.postMessage({ tramtinPort: nonce }, window.location.origin, [...event.ports])
})
