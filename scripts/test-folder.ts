import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const memory = '/dev/shm'
const wanted = 4 * 2 ** 30

/**
 * A folder in memory for what tests write, where the machine has room for it: thousands of fdatasyncs wait for no
 * disk. That they are called before anything is acknowledged is watched by a trace, not by waiting.
 */
export function testFolder(): Readonly<{ environment: NodeJS.ProcessEnv; remove(): void }> {
  if (!hasRoom()) return { environment: {}, remove: () => undefined }
  const folder = mkdtempSync(join(memory, 'tramtin-tests-'))
  return { environment: { TMPDIR: folder }, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= wanted
  } catch {
    return false
  }
}
