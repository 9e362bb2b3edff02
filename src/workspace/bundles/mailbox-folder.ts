import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../store/durable-files.ts'

const folderPattern = /^tramtin-([0-9a-f-]{36})$/
const filePattern = /^([0-9a-f-]{36})\.tramtin$/

/** A file in a machine's part of the mailbox. `key` changes when its bytes may have. */
export type MailboxFile = Readonly<{
  device: string
  bundle: string
  path: string
  name: string
  key: string
  bytes: number
}>

/** Where a machine puts its files: each writes in its own folder and nowhere else. */
export function deviceFolder(folder: string, device: string): string {
  return join(folder, `tramtin-${device}`)
}

export function postedFile(folder: string, device: string, bundle: string): string {
  return join(deviceFolder(folder, device), `${bundle}.tramtin`)
}

/** All whole-looking files of all machines; what other programs keep there is passed over. */
export async function filesIn(folder: string): Promise<readonly MailboxFile[]> {
  const found: MailboxFile[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const [, device] = folderPattern.exec(entry.name) ?? []
    if (device === undefined || !entry.isDirectory()) continue
    found.push(...(await filesOf(deviceFolder(folder, device), device)))
  }
  // UUIDv7: older bundles first
  return found.sort((left, right) => (left.bundle < right.bundle ? -1 : 1))
}

async function filesOf(folder: string, device: string): Promise<readonly MailboxFile[]> {
  const found: MailboxFile[] = []
  for (const name of await readdir(folder)) {
    const [, bundle] = filePattern.exec(name) ?? []
    if (bundle === undefined) continue
    const path = join(folder, name)
    const facts = await factsOf(path)
    if (facts) found.push({ device, bundle, path, name, ...facts })
  }
  return found
}

/** A file may go while it is looked at: its machine put a newer one in its place. */
async function factsOf(path: string): Promise<Readonly<{ key: string; bytes: number }> | undefined> {
  try {
    const { size, mtimeMs, isFile } = await stat(path).then((facts) => ({ ...facts, isFile: facts.isFile() }))
    return isFile ? { key: `${size} ${mtimeMs}`, bytes: size } : undefined
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
