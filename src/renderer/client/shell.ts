import type { GrantView } from '#contract/files.ts'

/**
 * What Electron's preload offers; absent in the browser shell. Differences between shells are capabilities: a
 * screen asks whether one is there, never which shell it runs in.
 */
export type ElectronBridge = Readonly<{
  mediaOrigin: string
  /** Asks for a port to the workspace; it comes as a window message carrying the same nonce. */
  requestPort(nonce: string): void
  /** A file that was dropped or picked: lets it in where it lies. Null when it has no place on disk. */
  grantFile(file: File): Promise<GrantView | null>
  /** Bytes without a place on disk: a pasted picture. */
  grantBytes(name: string, bytes: ArrayBuffer): Promise<GrantView>
  /** The system's open dialog. */
  openFiles(kind: 'documents' | 'pictures' | 'any', multiple: boolean): Promise<readonly GrantView[]>
  /** The system's save dialog, and the copy; false when the person changed their mind. */
  saveAs(url: string, name: string): Promise<boolean>
  /** Told before the window closes: answer when all is saved. */
  onClosing(flush: () => Promise<void>): void
}>

declare global {
  interface Window {
    readonly tramtin?: ElectronBridge
  }
}

export function electronBridge(): ElectronBridge | undefined {
  return window.tramtin
}
