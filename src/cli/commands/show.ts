import { applyUpdate, Doc } from 'yjs'
import { readArticle } from '#documents/article.ts'
import { blockText } from '#domain/blocks.ts'
import { articleDocument } from '#domain/document-id.ts'
import { succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Command } from '../command.ts'

/** One article: what is known about it, and its text. */
export const show: Command = {
  usage: 'show ID',
  positionals: [1, 1],
  async run({ positionals: [id = ''], connect, sentences }) {
    const connection = await connect()
    if (!connection.ok) return connection
    const { client } = connection.value
    const row = await attempt(client.articles.get({ id }))
    if (!row.ok) return row
    const state = await attempt(client.documents.open({ document: articleDocument(id) }))
    if (!state.ok) return state
    const doc = new Doc()
    applyUpdate(doc, Buffer.from(state.value.update, 'base64'))
    const article = readArticle(doc)
    const heading = `${row.value.title}  (${sentences.say(`state.${row.value.state}`)}, ${row.value.words} chữ)`
    return succeed({
      data: { ...row.value, article },
      lines: [heading, '', ...article.blocks.map((block) => `[${block.kind}] ${blockText(block)}`)],
    })
  },
}
