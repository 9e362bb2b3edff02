import { unwrap } from './failures.ts'
import { electronBridge } from './shell.ts'

/**
 * The address of something the shell serves, from a path the contract gave (a preview's picture, a package's
 * zip): below the page's origin in the browser shell, on the media scheme in Electron.
 */
export function mediaUrl(path: string): string {
  return `${electronBridge()?.mediaOrigin ?? ''}${path}`
}

/** The address of an asset; with `width` (CSS pixels times device ratio) a picture scaled to at least that. */
export function assetUrl(hash: string, width?: number): string {
  return mediaUrl(width === undefined ? `/asset/${hash}` : `/asset/${hash}?width=${Math.ceil(width)}`)
}

/** Saves what a contract path names under `name`; false when the person changed their mind. Rejects like an operation. */
export async function download(path: string, name: string): Promise<boolean> {
  const bridge = electronBridge()
  if (bridge !== undefined) return unwrap(await bridge.saveAs(path, name))
  const link = document.createElement('a')
  link.href = mediaUrl(path)
  link.download = name
  link.click()
  return true
}
