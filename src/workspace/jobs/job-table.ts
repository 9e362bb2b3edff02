import { failure, failureSchema } from '#contract/failures.ts'
import type { JobView } from '#contract/jobs.ts'
import type { ReadHandle, WriteHandle } from '../store/database.ts'
import { prepared } from '../store/statements.ts'

type JobRow = Omit<JobView, 'failure'> & Readonly<{ failure: string | null }>

const columns =
  'id, kind, subject, state, progress, started_at AS startedAt, finished_at AS finishedAt, failure, result'

export function insertJob(db: WriteHandle, job: JobView): void {
  prepared(
    db,
    `INSERT INTO jobs (id, kind, subject, state, progress, started_at, finished_at, failure, result, input)
     VALUES (@id, @kind, @subject, @state, @progress, @startedAt, @finishedAt, @failure, @result, '')`,
  ).run(rowOf(job))
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

/** Jobs of a process that is gone did not end: nobody works on them any more, and it is said so. */
export function endAbandonedJobs(db: WriteHandle, at: number): void {
  prepared<[number, string]>(
    db,
    `UPDATE jobs SET state = 'cancelled', finished_at = ?, failure = ? WHERE state IN ('waiting', 'running')`,
  ).run(at, JSON.stringify(failure('cancelled', {})))
}

function rowOf(job: JobView): JobRow {
  return { ...job, failure: job.failure === null ? null : JSON.stringify(job.failure) }
}

function viewOf({ failure: text, ...row }: JobRow): JobView {
  return { ...row, failure: text === null ? null : failureSchema.parse(JSON.parse(text)) }
}
