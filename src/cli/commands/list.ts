import { succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Command } from '../command.ts'

const pageSize = 500

/** The articles, or the packages that were made. */
export const list: Command = {
  usage: 'list articles|packages [--text WORDS]',
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
