import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { uuidv7 } from 'uuidv7'
import { articleDocument, type DocumentId } from '#domain/document-id.ts'
import { type Connection, createConnection } from '#renderer/client/connection.ts'
import { openWorkspace, type Workspace } from '#workspace/workspace.ts'
import type { Reach, Transport } from './transports.ts'

export const pin = '704913'

/** A workspace with a newsroom of one owner, served over one transport. */
export type Served = Readonly<{
  workspace: Workspace
  reach: Reach
  /** A window of its own, connected and greeted. */
  connect(name?: string): Connection
  /** A window where the owner is signed in. */
  signedIn(name?: string): Promise<Connection>
  /** Creates an article through the contract. */
  makeArticle(title?: string): Promise<DocumentId>
  close(): Promise<void>
}>

export async function serve(transport: Transport): Promise<Served> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tramtin-contract-'))
  const rendererRoot = path.join(folder, 'renderer')
  mkdirSync(rendererRoot)
  writeFileSync(path.join(rendererRoot, 'index.html'), '<!doctype html>')
  const opened = await openWorkspace(path.join(folder, 'workspace'), { mode: 'either', keyCost: 1024 })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const workspace = opened.value
  const reach = await transport.open(workspace, rendererRoot)
  const connections: Connection[] = []
  let owner: string | undefined

  function connect(name = `window-${uuidv7()}`): Connection {
    const made = createConnection({ open: reach.channels(name), client: 'test', patience: 5000 })
    connections.push(made)
    return made
  }

  async function signedIn(name?: string): Promise<Connection> {
    const connection = connect(name)
    const { client } = connection
    owner ??= await found(connection)
    await client.session.signIn({ profile: owner, pin })
    return connection
  }

  async function makeArticle(title = 'Tít bài'): Promise<DocumentId> {
    const { client } = await signedIn()
    const id = uuidv7()
    await client.articles.create({ id, title })
    return articleDocument(id)
  }

  async function close(): Promise<void> {
    for (const connection of connections) connection.close()
    await reach.close()
    await workspace.close()
    rmSync(folder, { recursive: true, force: true })
  }

  return { workspace, reach, connect, signedIn, makeArticle, close }
}

async function found({ client }: Connection): Promise<string> {
  const made = await client.people.createNewsroom({
    id: uuidv7(),
    newsroom: 'Báo Thái Nguyên',
    owner: 'Lan',
    pin,
  })
  await client.people.confirmRecovery({ recoveryFile: made.recoveryFile })
  return made.owner.id
}
