import { Worker } from 'node:worker_threads'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result } from '#domain/result.ts'
import { ThreadExhausted, threadAnswer } from '../store/thread-answer.ts'
import type { ArticleFile, ArticleTask } from './article-file.ts'

/** Milliseconds; the largest manuscript we met takes a twentieth of it on a slow machine. */
const patience = 120_000

/**
 * Reads a file in a thread of its own, with bounded time and memory: whoever types meanwhile is answered, and a
 * hostile file takes nothing down with it.
 */
export async function askArticleWorker(task: ArticleTask): Promise<Result<ArticleFile, Failure>> {
  const worker = new Worker(new URL('./read-article-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  try {
    return await threadAnswer<Result<ArticleFile, Failure>>(worker, patience)
  } catch (error) {
    if (!(error instanceof ThreadExhausted)) throw error
    return fail(failure('format-damaged', { name: task.name, detail: error.message, line: null }))
  }
}
