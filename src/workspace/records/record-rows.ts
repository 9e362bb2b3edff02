import { parseRecord } from '#domain/record-schema.ts'
import type { RecordKind, SignedRecord } from '#domain/records.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared, preparedColumn } from '../store/statements.ts'

type Row = Readonly<{ hash: string; body: string; signature: string }>

const columns = 'SELECT hash, body, signature FROM records'

/** What is stored was parsed on its way in; a row that no longer parses is damage, which `verify` names. */
function readRow(row: Row): readonly SignedRecord[] {
  const parsed = parseRecord(JSON.parse(row.body))
  return parsed.ok ? [{ ...row, record: parsed.value }] : []
}

export function allRecords(db: ReadHandle): readonly SignedRecord[] {
  return prepared<[], Row>(db, `${columns} ORDER BY seq`).all().flatMap(readRow)
}

export function recordsOfKind(db: ReadHandle, kind: RecordKind): readonly SignedRecord[] {
  return prepared<[string], Row>(db, `${columns} WHERE kind = ? ORDER BY seq`).all(kind).flatMap(readRow)
}

export function recordsOfDocument(db: ReadHandle, document: string): readonly SignedRecord[] {
  return prepared<[string], Row>(db, `${columns} WHERE document = ? ORDER BY seq`)
    .all(document)
    .flatMap(readRow)
}

export function recordByHash(db: ReadHandle, hash: string): SignedRecord | undefined {
  return prepared<[string], Row>(db, `${columns} WHERE hash = ?`).all(hash).flatMap(readRow)[0]
}

export function hashesSignedBy(db: ReadHandle, profile: string): readonly string[] {
  return preparedColumn<[string], string>(db, 'SELECT hash FROM records WHERE signer = ? ORDER BY hash').all(
    profile,
  ) as string[]
}

/** The documents that a profile signed something about. */
export function documentsSignedBy(db: ReadHandle, profile: string): readonly string[] {
  return preparedColumn<[string], string>(
    db,
    'SELECT DISTINCT document FROM records WHERE signer = ? AND document IS NOT NULL',
  ).all(profile) as string[]
}

/** Only what was signed for a newsroom that was never set up may go: nothing else was signed under it. */
export function forgetUnconfirmedRecords(db: WriteHandle): void {
  db.exec('DELETE FROM records')
}

/** Rows as they stand, for `verify`: damaged ones too. */
export function rawRecords(db: ReadHandle): readonly Row[] {
  return prepared<[], Row>(db, `${columns} ORDER BY seq`).all()
}

/** Stores records that are not there yet, or wait there under a signature that did not hold, and answers those. */
export function insertRecords(db: WriteHandle, records: readonly SignedRecord[]): readonly SignedRecord[] {
  const insert = prepared(
    db,
    `INSERT INTO records (hash, kind, document, signer, body, signature, seq)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(seq), 0) + 1 FROM records)) ON CONFLICT (hash) DO UPDATE SET signature = excluded.signature WHERE signature <> excluded.signature`,
  )
  return records.filter(({ hash, body, signature, record }) => {
    const document = 'document' in record ? record.document : null
    return insert.run(hash, record.kind, document, record.signer, body, signature).changes === 1
  })
}
