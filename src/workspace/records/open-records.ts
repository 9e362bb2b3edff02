import type { AuthoredRange } from '#domain/authorship.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { ReportBug } from '../store/bugs.ts'
import type { Clock } from '../store/clock.ts'
import type { WorkspacePaths } from '../store/paths.ts'
import type { Store } from '../store/store.ts'
import { usualCost } from './key-file.ts'
import { type KeyRing, openKeyRing } from './key-ring.ts'
import { createRecords, type RecordService } from './record-service.ts'

export type RecordOptions = Readonly<{
  store: Store
  paths: Pick<WorkspacePaths, 'keys'>
  clock: Clock
  /** Who wrote a document, from its log; asked only when a document is judged. */
  contributions: (document: DocumentId) => readonly AuthoredRange[]
  /** scrypt's N for new key files; tests set a cheap one. */
  keyCost?: number | undefined
  reportBug?: ReportBug | undefined
}>

/** The signed records of a workspace and the keys of this machine. */
export function openRecords({
  store,
  paths,
  clock,
  contributions,
  keyCost = usualCost,
  reportBug,
}: RecordOptions): Readonly<{
  records: RecordService
  keys: KeyRing
}> {
  const keys = openKeyRing(paths.keys, clock, keyCost)
  return { records: createRecords({ store, clock, keys, contributions, reportBug }), keys }
}
