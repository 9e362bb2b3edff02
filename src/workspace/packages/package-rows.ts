import type { PackageRow } from '#contract/packages.ts'
import type { RecordService } from '#workspace/records/record-service.ts'
import type { ReadHandle, WriteHandle } from '#workspace/store/database.ts'

type Row = Readonly<{
  id: string
  article: string
  title: string
  channel: string
  languages: string
  preview: number
  at: number
  by_profile: string
  manifest: string
  bytes: number
  files: number
  path: string | null
  zip_name: string
  warnings: string
}>

/** A package as it is stored: who made it as a profile's id, and the zip's size. */
export type StoredPackage = Omit<PackageRow, 'by'> & Readonly<{ by: string }>

export function insertPackageRow(db: WriteHandle, made: StoredPackage): void {
  db.prepare(
    `INSERT OR REPLACE INTO packages
       (id, article, title, channel, languages, preview, at, by_profile, manifest, bytes, files, path, zip_name, warnings)
     VALUES
       (@id, @article, @title, @channel, @languages, @preview, @at, @by, @manifest, @bytes, @files, @path, @zipName, @warnings)`,
  ).run({
    ...made,
    languages: JSON.stringify(made.languages),
    preview: made.preview ? 1 : 0,
    warnings: JSON.stringify(made.warnings),
  })
}

export function findPackageRow(db: ReadHandle, id: string): StoredPackage | undefined {
  const row = db.prepare<[string], Row>('SELECT * FROM packages WHERE id = ?').get(id)
  return row && storedOf(row)
}

export function listPackageRows(
  db: ReadHandle,
  { article, limit }: Readonly<{ article: string | null; limit: number }>,
): readonly StoredPackage[] {
  return db
    .prepare<[string | null, string | null, number], Row>(
      'SELECT * FROM packages WHERE ? IS NULL OR article = ? ORDER BY at DESC, id DESC LIMIT ?',
    )
    .all(article, article, limit)
    .map(storedOf)
}

/** As clients see it: with the maker's name. */
export function packageView(made: StoredPackage, records: RecordService): PackageRow {
  return { ...made, by: { id: made.by, name: records.person(made.by)?.name ?? '' } }
}

function storedOf(row: Row): StoredPackage {
  const { by_profile: by, zip_name: zipName, ...rest } = row
  return {
    ...rest,
    by,
    zipName,
    languages: JSON.parse(row.languages),
    preview: row.preview === 1,
    warnings: JSON.parse(row.warnings),
  }
}
