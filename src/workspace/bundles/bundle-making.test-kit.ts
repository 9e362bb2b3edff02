import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import { onTestFinished } from 'vitest'
import { failureSchema } from '#contract/failures.ts'
import { changeArticle } from '#documents/article.ts'
import { type Article, emptyMetadata } from '#domain/article.ts'
import { articleDocument } from '#domain/document-id.ts'
import type { Role } from '#domain/roles.ts'
import { type Client, clientOf, makeFolder, makeWorkspace } from '../workspace.test-kit.ts'
import type { Workspace, WorkspaceOptions } from '../workspace.ts'

const pin = '280926'

/** A workspace with somebody signed in, and ways to write, send and open as that person. */
export type Machine = Readonly<{
  workspace: Workspace
  client: Client
  profile: string
  folder: string
}>

export const unpolled = { mailboxWaits: null } as const

/** The first machine of a newsroom: its owner sits there. */
export async function makeFirstMachine(
  owner = 'Chủ tòa soạn',
  options: WorkspaceOptions = unpolled,
): Promise<Machine> {
  const workspace = await makeWorkspace(join(makeFolder(), 'kho'), options)
  const client = clientOf(workspace, true)
  const founded = await client.people.createNewsroom({ id: uuidv7(), newsroom: 'Báo thử', owner, pin })
  await client.people.confirmRecovery({ recoveryFile: founded.recoveryFile })
  await client.session.signIn({ profile: founded.owner.id, pin })
  return { workspace, client, profile: founded.owner.id, folder: makeFolder() }
}

/** Another machine whose user asked to join, was admitted by the first machine's owner, and opened the invitation. */
export async function joinMachine(first: Machine, name: string, ...roles: Role[]): Promise<Machine> {
  const workspace = await makeWorkspace(join(makeFolder(), 'kho'), unpolled)
  const client = clientOf(workspace, true)
  const asked = await client.people.requestToJoin({ id: uuidv7(), name, pin })
  await first.client.people.admit({ id: uuidv7(), request: asked.requestFile, roles })
  const file = await first.client.bundles.invite({
    id: uuidv7(),
    member: asked.profile.id,
    directory: makeFolder(),
  })
  await client.bundles.join({ grant: grantFor(workspace, file.path ?? '') })
  await client.session.signIn({ profile: asked.profile.id, pin })
  return { workspace, client, profile: asked.profile.id, folder: makeFolder() }
}

export function grantFor({ services }: Workspace, path: string): string {
  return services.grants.grant({ path, name: path.split('/').at(-1) ?? '', owned: false }).id
}

export function makeText(...paragraphs: readonly string[]): Article {
  return {
    metadata: emptyMetadata,
    blocks: paragraphs.map((text, index) => ({
      id: `b${index}`,
      kind: index === 0 ? ('title' as const) : ('paragraph' as const),
      runs: [{ text, marks: {} }],
    })),
  }
}

/** Writes an article as the person of a machine; answers its id. */
export async function writeStory(machine: Machine, article: Article, id: string = uuidv7()): Promise<string> {
  await machine.client.articles.create({ id, language: 'vi', title: '' })
  await changeStory(machine, id, () => article)
  return id
}

export async function changeStory(
  { workspace, profile }: Machine,
  id: string,
  change: (article: Article) => Article,
): Promise<void> {
  const { documents } = workspace.services
  const now = documents.read(articleDocument(id))
  if (!now.ok) throw new Error(JSON.stringify(now.failure))
  const next = change(now.value)
  const done = await documents.edit(articleDocument(id), profile, (doc) => changeArticle(doc, next))
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
}

export function textOf({ workspace }: Machine, id: string): readonly string[] {
  const article = workspace.services.documents.read(articleDocument(id))
  if (!article.ok) throw new Error(JSON.stringify(article.failure))
  return article.value.blocks.map(({ runs }) => runs.map(({ text }) => text).join(''))
}

/** Makes a bundle file in a folder of its own; answers its path. */
export async function sendStories(machine: Machine, ...articles: readonly string[]): Promise<string> {
  const directory = join(machine.folder, uuidv7())
  mkdirSync(directory)
  const scope = { kind: 'stories' as const, articles: [...articles] }
  const made = await machine.client.bundles.export({ id: uuidv7(), scope, directory })
  return made.file.path ?? ''
}

export function openFile({ workspace, client }: Machine, path: string, acceptUnknown = false) {
  return client.bundles.open({ grant: grantFor(workspace, path), acceptUnknown })
}

export function inspectFile({ workspace, client }: Machine, path: string) {
  return client.bundles.inspect({ grant: grantFor(workspace, path) })
}

/** How often things are written down: what may not grow when nothing new came. */
export function rowCounts({ workspace }: Machine) {
  const { read } = workspace.services.store
  const count = (table: string) => Number(read.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  return Object.fromEntries(
    ['updates', 'versions', 'revisions', 'contributions', 'records', 'documents', 'assets', 'exchanges'].map(
      (table) => [table, count(table)],
    ),
  )
}

export function leftovers({ workspace }: Machine): readonly string[] {
  return readdirSync(workspace.services.paths.temporary).filter((name) => /^(incoming|bundle)-/.test(name))
}

/** The failure that a call ends in. */
export async function failureOf(call: Promise<unknown>) {
  try {
    await call
  } catch (error) {
    const data = error instanceof Error && 'data' in error ? error.data : undefined
    const parsed = failureSchema.safeParse(data)
    if (parsed.success) return parsed.data
    throw error
  }
  throw new Error('It was expected to fail')
}

/** A second window on the same machine. */
export function anotherClient({ workspace }: Machine, trusted = false): Client {
  const context = workspace.newClient('test', trusted)
  onTestFinished(() => workspace.forgetClient(context))
  return createRouterClient(workspace.router, { context })
}
