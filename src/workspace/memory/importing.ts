import { type Failure, failure } from '#contract/failures.ts'
import type { MemoryImportReport } from '#contract/memory.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { TmxFacts, TmxUnit } from '#formats/tmx/tmx.ts'
import { readTmxDate } from '#formats/tmx/tmx.ts'
import type { Grant, JobControl, Services } from '../services.ts'
import type { WriteHandle } from '../store/database.ts'
import { faultOrThrow } from '../store/faults.ts'
import {
  batchStates,
  insertBatch,
  insertUnit,
  isKnown,
  setBatchState,
  unknownContext,
} from './memory-rows.ts'
import { largestTmx } from './tmx-file.ts'
import { readTmxInThread } from './tmx-thread.ts'

type ImportServices = Pick<Services, 'store' | 'clock' | 'paths'>
type Counts = { units: number; known: number }

/**
 * Takes in a TMX file whose every unit was read and judged before. While it is under way its units are nobody's; what
 * stops it takes them out again (SAFE3).
 */
export async function importTmx(
  services: ImportServices,
  order: Readonly<{ id: string; grant: Grant; by: string }>,
  { signal, progress }: JobControl,
): Promise<Result<MemoryImportReport, Failure>> {
  const { grant, id, by } = order
  const { name, path, bytes } = grant
  if (bytes > largestTmx) return fail(failure('file-too-large', { name, bytes, limit: largestTmx }))
  const { store, clock } = services
  const counts: Counts = { units: 0, known: 0 }
  let check: Omit<MemoryImportReport, 'id' | 'units' | 'known'> & { units: number } = {
    units: 0,
    skipped: 0,
    skips: [],
  }
  let batch = 0
  progress(null)
  try {
    const read = await readTmxInThread(
      { path, name },
      {
        signal,
        checked(found) {
          check = { units: found.units, skipped: found.skipped, skips: [...found.skips] }
          batch = store.write((db) =>
            insertBatch(db, { id, kind: 'import', name, at: clock.now(), by, state: batchStates.unfinished }),
          )
        },
        async take(units) {
          store.write((db) => takeUnits(db, batch, units, { by, at: clock.now() }, counts))
          progress((counts.units + counts.known) / Math.max(1, check.units))
          // whoever types gets a turn
          await new Promise((resolve) => setImmediate(resolve))
        },
      },
    )
    if (!read.ok) {
      dropBatch(services, id)
      return read
    }
    store.write((db) => setBatchState(db, id, batchStates.live))
    return succeed({ id, ...counts, skipped: check.skipped, skips: check.skips })
  } catch (error) {
    dropBatch(services, id)
    return fail(faultOrThrow(error, services.paths.root))
  }
}

/** Units in a transaction: a batch of the reading thread is a hundredth of a second's work. */
function takeUnits(
  db: WriteHandle,
  batch: number,
  units: readonly TmxUnit[],
  defaults: Readonly<{ by: string; at: number }>,
  counts: Counts,
): void {
  for (const unit of units) {
    const texts = unit.texts.map((text) => ({
      tag: text.language,
      content: text.content,
      facts: factsJson(text),
    }))
    if (isKnown(db, texts)) {
      counts.known += 1
      continue
    }
    counts.units += 1
    const { attributes } = unit
    insertUnit(db, {
      id: crypto.randomUUID(),
      batch,
      sourceLanguage: attributes['srclang'] ?? unit.texts[0]?.language ?? '',
      document: '',
      previous: unknownContext,
      next: unknownContext,
      at: readTmxDate(attributes['changedate'] ?? attributes['creationdate']) ?? defaults.at,
      by: attributes['changeid'] ?? attributes['creationid'] ?? defaults.by,
      facts: factsJson(unit),
      texts,
    })
  }
}

function factsJson({ attributes, properties, notes }: TmxFacts): string {
  const empty = Object.keys(attributes).length + properties.length + notes.length === 0
  return empty ? '' : JSON.stringify({ attributes, properties, notes })
}

const dropped = 2000

/** Takes out what an import that did not end left; a few thousand units a transaction, so that nobody waits. */
export function dropBatch({ store }: Pick<Services, 'store'>, id: string): void {
  const number = store.read
    .prepare<[string], number>('SELECT number FROM tm_batches WHERE id = ?')
    .pluck()
    .get(id)
  if (number === undefined) return
  for (;;) {
    const gone = store.write((db) => dropSome(db, number))
    if (gone < dropped) break
  }
  store.write((db) => void db.prepare('DELETE FROM tm_batches WHERE number = ?').run(number))
}

function dropSome(db: WriteHandle, batch: number): number {
  const units = db
    .prepare<[number], number>(`SELECT number FROM tm_units WHERE batch = ? LIMIT ${dropped}`)
    .pluck()
    .all(batch) as number[]
  const list = JSON.stringify(units)
  const own = 'unit IN (SELECT value FROM json_each(?))'
  db.prepare(`DELETE FROM tm_search WHERE rowid IN (SELECT number FROM tm_texts WHERE ${own})`).run(list)
  db.prepare(`DELETE FROM tm_texts WHERE ${own}`).run(list)
  db.prepare('DELETE FROM tm_units WHERE number IN (SELECT value FROM json_each(?))').run(list)
  return units.length
}

/** After a crash: imports that never ended are taken out. */
export function dropUnfinished(services: Pick<Services, 'store'>): void {
  const open = services.store.read
    .prepare<[number], string>('SELECT id FROM tm_batches WHERE withdrawn = ?')
    .pluck()
    .all(batchStates.unfinished) as string[]
  for (const id of open) dropBatch(services, id)
}
