import { type BrowserWindow, type IpcMainEvent, ipcMain } from 'electron'
import { isFromPage } from './page-origin.ts'

/** A page that does not answer is busy or broken: then a person decides. */
const patience = 8000

/** Asks a window's page to save, and settles with whether all that was typed is on disk. */
export function flushWindow(window: BrowserWindow): Promise<boolean> {
  const { webContents } = window
  return new Promise((resolve) => {
    const receive = (event: IpcMainEvent, saved: unknown) => {
      if (event.sender === webContents && isFromPage(event.senderFrame)) settle(saved === true)
    }
    const settle = (saved: boolean) => {
      clearTimeout(timer)
      ipcMain.off('tramtin:flushed', receive)
      resolve(saved)
    }
    const timer = setTimeout(() => settle(false), patience)
    ipcMain.on('tramtin:flushed', receive)
    if (webContents.isCrashed()) settle(false)
    else webContents.send('tramtin:closing')
  })
}
