import { failure, failureSchema } from '#contract/failures.ts'
import type { JobView } from '#contract/jobs.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared } from '../store/statements.ts'

type JobRow = Omit<JobView, 'failure'> & Readonly<{ failure: string | null }>

export type LeftJob = Readonly<{ id: string; subject: string; input: unknown }>

const columns =
  'id, kind, subject, state, progress, started_at AS startedAt, finished_at AS finishedAt, failure, result'

/** `input` is what the job can be made again from, JSON, or `''`: taken up anew, its row is the one it had. */
export function insertJob(db: WriteHandle, job: JobView, input: string): void {
  prepared(
    db,
    `INSERT OR REPLACE INTO jobs (id, kind, subject, state, progress, started_at, finished_at, failure, result, input)
     VALUES (@id, @kind, @subject, @state, @progress, @startedAt, @finishedAt, @failure, @result, @input)`,
  ).run({ ...rowOf(job), input })
}

export function updateJob(db: WriteHandle, job: JobView): void {
  prepared(
    db,
    `UPDATE jobs SET state = @state, progress = @progress, started_at = @startedAt, finished_at = @finishedAt,
       failure = @failure, result = @result WHERE id = @id`,
  ).run(rowOf(job))
}

export function findJob(db: ReadHandle, id: string): JobView | undefined {
  const row = prepared<[string], JobRow>(db, `SELECT ${columns} FROM jobs WHERE id = ?`).get(id)
  return row && viewOf(row)
}

export function newestJobs(db: ReadHandle, limit: number): readonly JobView[] {
  return prepared<[number], JobRow>(
    db,
    `SELECT ${columns} FROM jobs ORDER BY started_at DESC, id DESC LIMIT ?`,
  )
    .all(limit)
    .map(viewOf)
}

/** Jobs of a process that is gone did not end: what cannot be made again is said to have stopped, the rest waits. */
export function endAbandonedJobs(db: WriteHandle, at: number): void {
  prepared<[number, string]>(
    db,
    `UPDATE jobs SET state = 'cancelled', finished_at = ?, failure = ?
     WHERE state IN ('waiting', 'running') AND input = ''`,
  ).run(at, JSON.stringify(failure('cancelled', {})))
  prepared(db, `UPDATE jobs SET state = 'waiting', progress = NULL WHERE state = 'running'`).run()
}

/** What an earlier process left and can be made again, in the order it was asked for. */
export function leftJobs(db: ReadHandle, kind: JobView['kind']): readonly LeftJob[] {
  return prepared<[string], Omit<LeftJob, 'input'> & Readonly<{ input: string }>>(
    db,
    `SELECT id, subject, input FROM jobs WHERE kind = ? AND state = 'waiting' AND input <> '' ORDER BY started_at, id`,
  )
    .all(kind)
    .map((row) => ({ ...row, input: JSON.parse(row.input) as unknown }))
}

function rowOf(job: JobView): JobRow {
  return { ...job, failure: job.failure === null ? null : JSON.stringify(job.failure) }
}

function viewOf({ failure: text, ...row }: JobRow): JobView {
  return { ...row, failure: text === null ? null : failureSchema.parse(JSON.parse(text)) }
}
