import { uuidv7 } from 'uuidv7'
import type { ClipView } from '#contract/clips.ts'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Connection } from '../client.ts'
import type { Command } from '../command.ts'
import { jobEnd } from '../job-end.ts'

/** Takes media files in; each stands or falls by itself. With `--article` they are attached to it. */
export const clips: Command = {
  usage: 'clips import FILE… --profile NAME [--article ID]',
  options: { article: { type: 'string' } },
  positionals: [2, 1001],
  async run({ positionals: [act = '', ...files], values, connect, sentences }) {
    if (act !== 'import') return fail(failure('not-found', { what: act }))
    const connection = await connect()
    if (!connection.ok) return connection
    const article = typeof values['article'] === 'string' ? values['article'] : null
    const results = []
    for (const file of files)
      results.push({ file, result: await importClip(connection.value, file, article) })
    return succeed({
      data: results.map(({ file, result }) =>
        result.ok ? { file, clip: result.value } : { file, error: result.failure },
      ),
      lines: results.map(({ file, result }) =>
        result.ok
          ? sentences.say('clips.done', { file, id: result.value.clip })
          : sentences.say('clips.failed', { file, reason: sentences.failure(result.failure) }),
      ),
      failed: results.some(({ result }) => !result.ok),
    })
  },
}

async function importClip(
  { client, letIn }: Connection,
  file: string,
  article: string | null,
): Promise<Result<ClipView, Failure>> {
  const grant = await letIn(file)
  if (!grant.ok) return grant
  const id = uuidv7()
  const started = await attempt(client.clips.import({ id, grant: grant.value, article }))
  const ended = started.ok ? await jobEnd(client, id) : started
  return ended.ok ? attempt(client.clips.get({ clip: String(ended.value.result) })) : ended
}
