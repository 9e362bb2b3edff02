import { readFileSync, realpathSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { WriteHandle } from './database.ts'
import { writeDurablySync } from './durable-files-sync.ts'
import { readMeta, writeMeta } from './meta.ts'
import type { WorkspacePaths } from './paths.ts'
import { sha256Hex } from './sha256.ts'

const besideName = 'device'

/**
 * The device id of this workspace. A device's sequence must never be used twice, so a copy, a restored backup
 * and a database put back by hand take a new one: the file is another (place), or older than what was noted
 * beside it (generation).
 */
export function settleDevice(db: WriteHandle, paths: WorkspacePaths): string {
  const place = placeOf(paths.database)
  const generation = Number(readMeta(db, 'generation') ?? 0)
  const known = readMeta(db, 'device')
  const same =
    known !== undefined && readMeta(db, 'place') === place && generation >= readBeside(paths, known)
  const device = same ? known : uuidv7()
  db.transaction(() => {
    writeMeta(db, 'device', device)
    writeMeta(db, 'place', place)
    writeMeta(db, 'generation', String(generation + 1))
  }).immediate()
  writeDurablySync(join(paths.root, besideName), `${device} ${generation + 1}\n`, 0o600)
  return device
}

/** Copies carry all that is in the file; the file's own identity on this machine they cannot carry. */
function placeOf(database: string): string {
  const { ino, birthtimeNs } = statSync(database, { bigint: true })
  const facts = [machine(), realpathSync(database), String(ino), String(birthtimeNs)]
  return sha256Hex(facts.join('\n'))
}

function machine(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim()
  } catch {
    return hostname()
  }
}

/** The generation noted beside the database for this device; infinite when it is missing or of another. */
function readBeside(paths: WorkspacePaths, device: string): number {
  try {
    const [name, generation] = readFileSync(join(paths.root, besideName), 'utf8').trim().split(' ')
    return name === device ? Number(generation) : Number.POSITIVE_INFINITY
  } catch {
    return Number.POSITIVE_INFINITY
  }
}
