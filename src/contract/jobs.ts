import { z } from 'zod'
import { instant, operation } from './base.ts'
import { failureSchema } from './failures.ts'

export const jobView = z.object({
  id: z.string(),
  /** `export` makes a package; `memoryExport` a TMX file; `clipProxy` a copy of a clip that can be played here. */
  kind: z.enum([
    'import',
    'export',
    'memoryExport',
    'clipImport',
    'clipProxy',
    'clipPeaks',
    'render',
    'backup',
    'restore',
    'rebuild',
    'verify',
  ]),
  /** What it is about, in the user's words: a title or a file name. */
  subject: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  /** 0 to 1, or null while the length is unknown. */
  progress: z.number().min(0).max(1).nullable(),
  startedAt: instant,
  finishedAt: instant.nullable(),
  failure: failureSchema.nullable(),
  /** The id of what came out: a package, a backup. */
  result: z.string().nullable(),
})
export type JobView = z.infer<typeof jobView>

export const jobs = {
  list: operation.output(z.array(jobView)),
  get: operation.input(z.object({ id: z.string() })).output(jobView),
  cancel: operation.input(z.object({ id: z.string() })).output(jobView),
}
