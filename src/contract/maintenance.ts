import { z } from 'zod'
import { instant, operation } from './base.ts'
import { verdict } from './packages.ts'

export const backupRow = z.object({
  name: z.string(),
  at: instant,
  bytes: z.number(),
  intact: z.boolean(),
  articles: z.number(),
})
export type BackupRow = z.infer<typeof backupRow>

export const maintenance = {
  /** A copy of the database, checked after writing. Private keys are not in it. */
  backup: operation.output(backupRow),
  backups: operation.output(z.array(backupRow)),
  /** Puts a backup in the place of the database (which is kept beside it); the workspace takes a new device id. */
  restore: operation.input(z.object({ name: z.string() })).output(z.object({ kept: z.string() })),
  /** Makes lists, full text and statuses again from the documents and records. */
  rebuild: operation.output(z.object({ documents: z.number(), records: z.number() })),
  /** Integrity of the database, the log, every asset and every signature. */
  verify: operation.output(verdict),
}
