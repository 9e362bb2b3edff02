import type { Database } from 'better-sqlite3'
import { applicationId, numberOf } from './database.ts'
import { type Migration, migrations } from './migrations.ts'

/** The migrations a database still needs. */
export function missingMigrations(db: Database): readonly Migration[] {
  const version = numberOf(db, 'user_version')
  return migrations.filter((migration) => migration.number > version)
}

/** Brings a database to the newest schema, or to `upTo`, in one transaction: wholly or not at all (SAFE3). */
export function migrate(db: Database, upTo = migrations.length): void {
  const missing = missingMigrations(db).filter((migration) => migration.number <= upTo)
  db.transaction(() => {
    for (const { sql, number } of missing) {
      db.exec(sql)
      db.pragma(`user_version = ${number}`)
    }
    db.pragma(`application_id = ${applicationId}`)
    const broken = db.pragma('foreign_key_check') as readonly unknown[]
    if (broken.length > 0) throw new Error(`A migration broke ${broken.length} references`)
  }).immediate()
}
