import type { Failure } from '#contract/failures.ts'
import type { GrantView } from '#contract/files.ts'
import type { Result } from '#domain/result.ts'

type Granted = Result<GrantView, Failure>

/**
 * What Electron's preload offers; absent in the browser shell. Differences between shells are capabilities: a
 * screen asks whether one is there, never which shell it runs in.
 */
export type ElectronBridge = Readonly<{
  mediaOrigin: string
  /** Asks for a port to the workspace; it comes as a window message carrying the same nonce. */
  requestPort(nonce: string): void
  /** A file that was dropped or picked: lets it in where it lies. Null when it has no place on disk. */
  grantFile(file: File): Promise<Granted | null>
  /** Bytes without a place on disk: a pasted picture. */
  grantBytes(name: string, bytes: ArrayBuffer): Promise<Granted>
  /** The system's open dialog. */
  openFiles(kind: 'documents' | 'pictures' | 'any', multiple: boolean): Promise<readonly Granted[]>
  /** The system's save dialog, and the copy; false when the person changed their mind. */
  saveAs(url: string, name: string): Promise<Result<boolean, Failure>>
  /** Asked before the window closes: save, and answer whether everything typed is on disk. */
  onClosing(flush: () => Promise<boolean>): void
}>

declare global {
  interface Window {
    readonly tramtin?: ElectronBridge
  }
}

export function electronBridge(): ElectronBridge | undefined {
  return window.tramtin
}
