import type { Failure } from '#contract/failures.ts'
import { type Result, succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Client } from '../client.ts'
import { clipLine } from '../clip-line.ts'
import type { Command, Report } from '../command.ts'
import type { Sentences } from '../sentences.ts'

const pageSize = 500

/** The articles, the packages that were made, or the clips. */
export const list: Command = {
  usage: 'list articles|packages|clips [--text WORDS]',
  options: { text: { type: 'string' } },
  positionals: [1, 1],
  async run({ positionals: [what], values, connect, sentences }) {
    const connection = await connect()
    if (!connection.ok) return connection
    const { client } = connection.value
    if (what === 'packages') {
      const packages = await attempt(client.packages.list({ limit: pageSize }))
      if (!packages.ok) return packages
      const lines = packages.value.map(
        (row) => `${row.id}  ${row.channel}  ${row.languages.join(',')}  ${row.title}`,
      )
      return succeed({
        data: packages.value,
        lines: lines.length > 0 ? lines : [sentences.say('list.empty')],
      })
    }
    if (what === 'clips') return listClips(client, sentences)
    const articles = await attempt(
      client.articles.list({ text: String(values['text'] ?? ''), limit: pageSize }),
    )
    if (!articles.ok) return articles
    const lines = articles.value.rows.map(
      (row) => `${row.id}  ${sentences.say(`state.${row.state}`)}  ${row.words} chữ  ${row.title}`,
    )
    return succeed({ data: articles.value, lines: lines.length > 0 ? lines : [sentences.say('list.empty')] })
  },
}

async function listClips(client: Client, sentences: Sentences): Promise<Result<Report, Failure>> {
  const clips = await attempt(client.clips.list({}))
  if (!clips.ok) return clips
  const lines = clips.value.map(clipLine)
  return succeed({ data: clips.value, lines: lines.length > 0 ? lines : [sentences.say('list.empty')] })
}
