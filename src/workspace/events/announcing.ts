import type { Services } from '../services.ts'

/** Tells all clients when records change who belongs here or where a document stands. Answers how to stop. */
export function announceRecords({ records, events }: Pick<Services, 'records' | 'events'>): () => void {
  return records.onChange((document) =>
    events.emit(document === null ? { kind: 'people' } : { kind: 'workflow', document }),
  )
}
