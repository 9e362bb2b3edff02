import { uuidv7 } from 'uuidv7'
import type { ArticleRow } from '#contract/articles.ts'
import type { Failure } from '#contract/failures.ts'
import { type Result, succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Client, Connection } from '../client.ts'
import type { Command } from '../command.ts'

/** Imports files with the proposal as it is; each file stands or falls by itself. */
export const importFiles: Command = {
  usage: 'import FILE… --profile NAME',
  positionals: [1, 10_000],
  async run({ positionals, connect, sentences }) {
    const connection = await connect()
    if (!connection.ok) return connection
    const results = []
    for (const file of positionals) results.push({ file, result: await importFile(connection.value, file) })
    return succeed({
      data: results.map(({ file, result }) =>
        result.ok ? { file, article: result.value } : { file, error: result.failure },
      ),
      lines: results.map(({ file, result }) =>
        result.ok
          ? sentences.say('import.done', { file, title: result.value.title, id: result.value.id })
          : sentences.say('import.failed', { file, reason: sentences.failure(result.failure) }),
      ),
      failed: results.some(({ result }) => !result.ok),
    })
  },
}

export async function importFile(
  connection: Connection,
  path: string,
  client: Client = connection.client,
): Promise<Result<ArticleRow, Failure>> {
  const grant = await connection.letIn(path)
  if (!grant.ok) return grant
  const preview = await attempt(client.imports.preview({ grant: grant.value }))
  if (!preview.ok) return preview
  const { language, metadata, blocks } = preview.value
  return attempt(
    client.imports.commit({ id: uuidv7(), preview: preview.value.preview, language, metadata, blocks }),
  )
}
