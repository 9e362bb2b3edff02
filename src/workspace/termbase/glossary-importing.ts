import type { Failure } from '#contract/failures.ts'
import { failure } from '#contract/failures.ts'
import type { GlossaryImportReport } from '#contract/terms.ts'
import { readTermbase, writeConcepts } from '#documents/termbase/termbase.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { JobControl, Services } from '../services.ts'
import {
  counter,
  type MergedEntries,
  mergeEntries,
  type Reading,
  readGrantedGlossary,
} from './glossary-reading.ts'
import type { TermbaseService } from './termbase-service.ts'

type Order = Readonly<{ id: string; reading: Reading; by: string }>

/**
 * Takes in a glossary: all its concepts or none (SAFE3). They are merged with the termbase as it is at that moment,
 * in one transaction; until that begins it can be stopped.
 */
export async function importGlossary(
  services: Pick<Services, 'grants'>,
  termbase: TermbaseService,
  { id, reading, by }: Order,
  { signal, progress }: JobControl,
): Promise<Result<GlossaryImportReport, Failure>> {
  progress(null)
  const read = await readGrantedGlossary(services, reading)
  if (!read.ok) return read
  if (signal.aborted) return fail(failure('cancelled', {}))
  const { entries, skipped } = read.value.glossary
  let merged: MergedEntries = { added: [], completed: [], known: [] }
  const changed = await termbase.change(by, [], (doc) => {
    merged = mergeEntries(readTermbase(doc).concepts, entries, counter(id.slice(-12)))
    writeConcepts(doc, [...merged.added, ...merged.completed])
  })
  if (!changed.ok) return changed
  const { added, completed, known } = merged
  return succeed({
    id,
    added: added.length,
    completed: completed.length,
    known: known.length,
    skipped: skipped.length,
  })
}
