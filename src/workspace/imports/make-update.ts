import { Worker } from 'node:worker_threads'
import { articleUpdate } from '#documents/article.ts'
import type { Article } from '#domain/article.ts'
import { threadAnswer } from '../store/thread-answer.ts'

/** Blocks that are turned into an update within a moment; more are a book, and whoever types would wait for it. */
const fewBlocks = 1000
/** Milliseconds; the longest text that can be imported takes a tenth of it on a slow machine. */
const patience = 120_000

/** An article as the first update of its document; a book's is made in a thread of its own. */
export async function makeUpdate(article: Article): Promise<Uint8Array> {
  if (article.blocks.length <= fewBlocks) return articleUpdate(article)
  const worker = new Worker(new URL('./make-update-worker.ts', import.meta.url), { workerData: article })
  return threadAnswer<Uint8Array>(worker, patience)
}
