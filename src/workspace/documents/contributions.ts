import type { DocumentId } from '#domain/document-id.ts'
import type { Contribution, ReadHandle, WriteHandle } from '../services.ts'
import { prepared } from '../store/statements.ts'

type LastRange = Readonly<{ first: number; profile: string }>
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
) {
  const last = lastRange(db, document, device)
  if (last?.profile === profile) {
    prepared<[number, string, string, number]>(
      db,
      'UPDATE contributions SET last_sequence = ? WHERE document = ? AND device = ? AND first_sequence = ?',
    ).run(sequence, document, device, last.first)
  } else {
    prepared<[string, string, number, number, string]>(
      db,
      `INSERT INTO contributions (document, device, first_sequence, last_sequence, profile)
       VALUES (?, ?, ?, ?, ?)`,
    ).run(document, device, sequence, sequence, profile)
  }
}

export function contributionsOf(db: ReadHandle, document: DocumentId): readonly Contribution[] {
  return prepared<[string], Contribution>(
    db,
    `SELECT device, first_sequence AS firstSequence, last_sequence AS lastSequence, profile
     FROM contributions WHERE document = ? ORDER BY device, first_sequence`,
  ).all(document)
}

/** Per device, the highest sequence that the document holds. */
export function reachedBy(contributions: readonly Contribution[]): Readonly<Record<string, number>> {
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
export function putContribution(db: WriteHandle, document: DocumentId, range: Contribution): void {
  const { device, firstSequence, lastSequence, profile } = range
  prepared<[string, string, number, number, string]>(
    db,
    `INSERT INTO contributions (document, device, first_sequence, last_sequence, profile) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (document, device, first_sequence)
     DO UPDATE SET last_sequence = max(last_sequence, excluded.last_sequence)`,
  ).run(document, device, firstSequence, lastSequence, profile)
}

function lastRange(db: ReadHandle, document: DocumentId, device: string): LastRange | undefined {
  return prepared<[string, string], LastRange>(
    db,
    `SELECT first_sequence AS first, profile FROM contributions
     WHERE document = ? AND device = ? ORDER BY first_sequence DESC LIMIT 1`,
  ).get(document, device)
}

/** Who wrote a row of the log last. */
export function lastAuthor(db: ReadHandle, document: DocumentId): string | undefined {
  return db
    .prepare<[string], { profile: string }>(
      'SELECT profile FROM updates WHERE document = ? ORDER BY seq DESC LIMIT 1',
    )
    .get(document)?.profile
}
