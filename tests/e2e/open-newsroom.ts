import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import { afterAll } from 'vitest'
import * as Y from 'yjs'
import type { Client, Connection } from '#cli/client.ts'
import { connect } from '#cli/connection.ts'
import { changeArticle, readArticle } from '#documents/article.ts'
import { type Oddity, readOddities } from '#documents/oddities.ts'
import type { Article } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { articleDocument } from '#domain/document-id.ts'
import type { Role } from '#domain/roles.ts'
import { openWorkspace } from '#workspace/workspace.ts'
import { makeFolder, type RunningApp, startApp } from './app.ts'
import { startPage } from './pages/start-page.ts'

export const pin = 'chexanh26'
export const owner = 'Trần Thị Hạnh'
export const reporter = 'Nguyễn Văn Nam'

export type NewBlock = Omit<Block, 'id'>
export type Newsroom = Readonly<{
  app: RunningApp
  /** The contract over the running program, signed in as the owner. */
  client: Client
  /** A window of its own in which this person is signed in. */
  openAs(name: string): Promise<Page>
  /** Makes an article of these blocks; answers its id. */
  write(blocks: readonly NewBlock[]): Promise<string>
  /** The article as the workspace has it. */
  read(id: string): Promise<Article>
  /** What merged oddly in it and waits for a person. */
  oddities(id: string): Promise<readonly Oddity[]>
  /** The same asked of another process that owns the workspace by now. */
  readAt(connection: Connection): (id: string) => Promise<Article>
}>

/** A newsroom of two people, running, with its windows still closed. */
export async function openNewsroom(): Promise<Newsroom> {
  const folder = makeFolder()
  const profile = await foundNewsroom(join(folder, 'kho'))
  const app = await startApp(folder)
  const { client } = await reach(app.workspace)
  await client.session.signIn({ profile, pin })
  return {
    app,
    client,
    async openAs(name) {
      const page = await app.openWindow()
      await startPage(page).signIn(name, pin)
      return page
    },
    write: (blocks) => writeArticle(client, blocks),
    read: async (id) => readArticle(await docOf(client, id)),
    oddities: async (id) => readOddities(await docOf(client, id)),
    readAt: (connection) => async (id) => readArticle(await docOf(connection.client, id)),
  }
}

/** Founds it before the program runs, with cheap keys: what is under test here is not the first start. */
async function foundNewsroom(workspaceFolder: string): Promise<string> {
  const opened = await openWorkspace(workspaceFolder, { keyCost: 2 ** 10 })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const workspace = opened.value
  const client: Client = createRouterClient(workspace.router, { context: workspace.newClient('cli', true) })
  const made = await client.people.createNewsroom({ id: uuidv7(), newsroom: 'Báo Thái Nguyên', owner, pin })
  await client.people.confirmRecovery({ recoveryFile: made.recoveryFile })
  await client.session.signIn({ profile: made.owner.id, pin })
  const roles: Role[] = ['reporter', 'editor']
  await client.people.addMember({ id: uuidv7(), name: reporter, roles, pin })
  await workspace.close()
  return made.owner.id
}

/** Another client of the process that owns a workspace. */
export async function reach(workspace: string) {
  const connected = await connect(workspace)
  if (!connected.ok) throw new Error(JSON.stringify(connected.failure))
  connections.add(connected.value)
  return connected.value
}

const connections = new Set<Connection>()

afterAll(async () => {
  for (const connection of connections) await connection.close()
})

async function writeArticle(client: Client, blocks: readonly NewBlock[]): Promise<string> {
  const id = uuidv7()
  await client.articles.create({ id, title: '' })
  const doc = await docOf(client, id)
  const before = Y.encodeStateVector(doc)
  const article = readArticle(doc)
  changeArticle(doc, { ...article, blocks: blocks.map((block) => ({ ...block, id: uuidv7() })) })
  const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
  const document = articleDocument(id)
  await client.documents.append({ document, client: 'test', batch: uuidv7(), updates: [update] })
  return id
}

async function docOf(client: Client, id: string): Promise<Y.Doc> {
  const opened = await client.documents.open({ document: articleDocument(id) })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(opened.update, 'base64'))
  return doc
}
