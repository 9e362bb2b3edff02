import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'

/** Bytes that lie in a file, with what is to be said about them. */
export type PageFile = Readonly<{ path: string; bytes: number; immutable: boolean }>

/**
 * Finds the built page's file for a URL path. Undefined for everything that does not lie below `root` once
 * links are followed: encoded dots, backslashes, NUL and absolute paths get nowhere.
 */
export async function findPageFile(root: string, pathname: string): Promise<PageFile | undefined> {
  const relative = decodedPath(pathname)
  if (relative === undefined) return undefined
  const wanted = path.join(root, relative === '/' ? 'index.html' : relative)
  try {
    const [home, found] = await Promise.all([realpath(root), realpath(wanted)])
    const info = await stat(found)
    if (!found.startsWith(home + path.sep) || !info.isFile()) return undefined
    return { path: found, bytes: info.size, immutable: relative.startsWith('/assets/') }
  } catch {
    return undefined
  }
}

function decodedPath(pathname: string): string | undefined {
  try {
    const decoded = decodeURIComponent(pathname)
    const parts = decoded.split('/')
    const odd = /[\\\0:]/.test(decoded) || parts.includes('..') || parts.some((part) => part.startsWith('.'))
    return odd || !decoded.startsWith('/') ? undefined : decoded
  } catch {
    return undefined
  }
}
