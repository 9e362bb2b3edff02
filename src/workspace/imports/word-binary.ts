import { Worker } from 'node:worker_threads'
import type { ImportedText, ReadFailure } from '#domain/imported-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { readWordText, type WordText } from '#formats/doc/word-text.ts'
import { threadAnswer } from '../store/thread-answer.ts'

/** Milliseconds; a long manuscript takes a tenth of it. */
const patience = 20_000

/**
 * Extracts in a thread of its own, with bounded time and memory: a damaged file can send the extractor around
 * a loop of sectors for ever.
 */
function extractWordText(bytes: Uint8Array): Promise<WordText> {
  const worker = new Worker(new URL('./word-binary-worker.ts', import.meta.url), {
    workerData: { bytes },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  return threadAnswer(worker, patience)
}

/** Reads a binary Word document (Word 97 to 2003). */
export async function readWordBinary(bytes: Uint8Array): Promise<Result<ImportedText, ReadFailure>> {
  try {
    return succeed(readWordText(await extractWordText(bytes)))
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return fail({ code: 'format-damaged', detail, line: null })
  }
}
