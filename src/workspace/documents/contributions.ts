import type { AuthoredRange } from '#domain/authorship.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared } from '../store/statements.ts'

export type NewContribution = Readonly<{
  document: DocumentId
  device: string
  sequence: number
  profile: string
}>

/** Notes who wrote: the last range grows while the same person goes on. */
export function recordContribution(
  db: WriteHandle,
  { document, device, sequence, profile }: NewContribution,
): void {
  const grown = prepared<[number, string, string, string, string, string]>(
    db,
    `UPDATE contributions SET last_sequence = ? WHERE document = ? AND device = ? AND profile = ?
       AND first_sequence = (SELECT max(first_sequence) FROM contributions WHERE document = ? AND device = ?)`,
  ).run(sequence, document, device, profile, document, device)
  if (grown.changes > 0) return
  prepared<[string, string, number, number, string]>(
    db,
    `INSERT INTO contributions (document, device, first_sequence, last_sequence, profile)
     VALUES (?, ?, ?, ?, ?)`,
  ).run(document, device, sequence, sequence, profile)
}

export function contributionsOf(db: ReadHandle, document: DocumentId): readonly AuthoredRange[] {
  return prepared<[string], AuthoredRange>(
    db,
    `SELECT device, first_sequence AS firstSequence, last_sequence AS lastSequence, profile
     FROM contributions WHERE document = ? ORDER BY device, first_sequence`,
  ).all(document)
}

/** Per device, the highest sequence that the document holds. */
export function reachedBy(contributions: readonly AuthoredRange[]): Readonly<Record<string, number>> {
  const reached: Record<string, number> = {}
  for (const { device, lastSequence } of contributions) {
    reached[device] = Math.max(reached[device] ?? 0, lastSequence)
  }
  return reached
}

/**
 * The highest sequence a device may not use again: its update rows may be compacted away, its ranges never are; rows
 * of what came from elsewhere have no range.
 */
export function highestSequence(db: ReadHandle, device: string): number {
  const row = db
    .prepare<[string, string], { highest: number }>(
      `SELECT max(coalesce((SELECT max(last_sequence) FROM contributions WHERE device = ?), 0),
                  coalesce((SELECT max(device_sequence) FROM updates WHERE device = ?), 0)) AS highest`,
    )
    .get(device, device)
  return row?.highest ?? 0
}

/** Takes over a stretch that another workspace knows, or knows to be longer by now. */
export function putContribution(db: WriteHandle, document: DocumentId, range: AuthoredRange): void {
  const { device, firstSequence, lastSequence, profile } = range
  prepared<[string, string, number, number, string]>(
    db,
    `INSERT INTO contributions (document, device, first_sequence, last_sequence, profile) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (document, device, first_sequence)
     DO UPDATE SET last_sequence = max(last_sequence, excluded.last_sequence)`,
  ).run(document, device, firstSequence, lastSequence, profile)
}

/** Who wrote a row of the log last. */
export function lastAuthor(db: ReadHandle, document: DocumentId): string | undefined {
  return db
    .prepare<[string], { profile: string }>(
      'SELECT profile FROM updates WHERE document = ? ORDER BY seq DESC LIMIT 1',
    )
    .get(document)?.profile
}
