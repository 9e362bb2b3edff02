import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { moveDurablySync, writeDurablySync } from '../store/durable-files-sync.ts'
import { type KeyFile, keyFile } from './key-file.ts'

/** Private keys of the profiles of this machine, a file each, readable by this user alone. */
export type KeyFolder = Readonly<{
  find(profile: string): KeyFile | undefined
  list(): readonly KeyFile[]
  put(file: KeyFile): void
  /** A key that waits until its membership is signed: see `adopt`. */
  prepare(file: KeyFile): void
  /** Puts the prepared key in place if it is the one with this public key. */
  adopt(profile: string, publicKey: string): void
  /** Takes a key out of use without deleting it. */
  setAside(profile: string): void
}>

const profilePattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function openKeyFolder(folder: string): KeyFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (profile: string) => join(folder, `${checkedProfile(profile)}.json`)
  const preparedPath = (profile: string) => join(folder, `${checkedProfile(profile)}.prepared.json`)
  const text = (file: KeyFile) => `${JSON.stringify(file, null, 2)}\n`
  return {
    find: (profile) => (profilePattern.test(profile) ? readKeyFile(pathOf(profile)) : undefined),
    list: () =>
      readdirSync(folder).flatMap((name) => {
        const profile = name.replace(/\.json$/, '')
        return profilePattern.test(profile) ? (readKeyFile(pathOf(profile)) ?? []) : []
      }),
    put: (file) => writeDurablySync(pathOf(file.profile), text(file), 0o600),
    prepare: (file) => writeDurablySync(preparedPath(file.profile), text(file), 0o600),
    adopt(profile, publicKey) {
      if (readKeyFile(preparedPath(profile))?.publicKey !== publicKey) return
      moveDurablySync(preparedPath(profile), pathOf(profile))
    },
    setAside(profile) {
      const path = pathOf(profile)
      if (existsSync(path)) moveDurablySync(path, path.replace(/json$/, 'aside.json'))
    },
  }
}

/** Profiles name files: nothing but an id may become a path. */
function checkedProfile(profile: string): string {
  if (!profilePattern.test(profile)) throw new Error('A profile is named by a UUID')
  return profile
}

/** A damaged key file is as good as none: the profile needs a new key. */
function readKeyFile(path: string): KeyFile | undefined {
  if (!existsSync(path)) return undefined
  const parsed = keyFile.safeParse(parseJson(readFileSync(path, 'utf8')))
  return parsed.success ? parsed.data : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
