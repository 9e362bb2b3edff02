import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Failure } from '#contract/failures.ts'
import { failure } from '#contract/failures.ts'
import type { GlossaryImportReport } from '#contract/terms.ts'
import { readTermbase, writeConceptsInSteps } from '#documents/termbase/termbase.ts'
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

/** Concepts between two looks at whether it is to stop: some milliseconds of work. */
const stepSize = 200

/**
 * Takes in a glossary: all its concepts or none (SAFE3). They are merged with the termbase as it is, on a copy, step by
 * step: it can be stopped until all of it goes into the termbase at once.
 */
export async function importGlossary(
  services: Pick<Services, 'grants'>,
  termbase: Pick<TermbaseService, 'changeAside'>,
  { id, reading, by }: Order,
  { signal, progress }: JobControl,
): Promise<Result<GlossaryImportReport, Failure>> {
  progress(null)
  const read = await readGrantedGlossary(services, reading)
  if (!read.ok) return read
  if (signal.aborted) return fail(failure('cancelled', {}))
  const { entries, skipped } = read.value.glossary
  let merged: MergedEntries = { added: [], completed: [], known: [] }
  const changed = await termbase.changeAside(by, async (copy) => {
    merged = mergeEntries(readTermbase(copy).concepts, entries, counter(id.slice(-12)))
    const concepts = [...merged.added, ...merged.completed]
    for (const written of writeConceptsInSteps(copy, concepts, stepSize)) {
      progress(written / concepts.length)
      await nextTurn()
      if (signal.aborted) return fail(failure('cancelled', {}))
    }
    return succeed(null)
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
