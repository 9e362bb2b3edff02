import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { uuidv7 } from 'uuidv7'
import * as Y from 'yjs'
import { articleDocument } from '#domain/document-id.ts'
import { typeText } from '#tests/workspace/article.ts'
import { openWorkspace } from '#workspace/workspace.ts'
import { createRandom } from './random.ts'

/**
 * A whole workspace at work, to be killed: Word files come in, people type, submit, approve and export. It says on
 * its output what its clients were told is done. Arguments: folder, seed.
 */
const [folder = '', seed = '1'] = process.argv.slice(2)
const random = createRandom(Number(seed))
const pin = '280926'
const sample = join(import.meta.dirname, '../../resources/sample/le-hoi-tra-tan-cuong.docx')

function say(...words: readonly string[]): void {
  writeSync(1, `${words.join(' ')}\n`)
}

say('starting')
const opened = await openWorkspace(join(folder, 'w'), { keyCost: 1024 })
if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
const workspace = opened.value
const newClient = () => createRouterClient(workspace.router, { context: workspace.newClient('soak', true) })
type Client = ReturnType<typeof newClient>

const [reporter, approver] = await staff()
const imported: string[] = []
let tokens = 0

/** The people of the newsroom, made in the first life. */
async function staff(): Promise<readonly [Client, Client]> {
  const owner = newClient()
  const hello = await owner.session.hello({ protocol: 1, client: 'test' })
  if (hello.newsroom === null) await found(owner)
  const { profiles } = await owner.session.hello({ protocol: 1, client: 'test' })
  const signIn = async (role: 'reporter' | 'approver') => {
    const client = newClient()
    const profile = profiles.find(({ roles }) => roles.includes(role))
    await client.session.signIn({ profile: profile?.id ?? '', pin })
    return client
  }
  return [await signIn('reporter'), await signIn('approver')]
}

async function found(owner: Client): Promise<void> {
  const made = await owner.people.createNewsroom({ id: uuidv7(), newsroom: 'Báo thử', owner: 'Chủ', pin })
  await owner.people.confirmRecovery({ recoveryFile: made.recoveryFile })
  await owner.session.signIn({ profile: made.owner.id, pin })
  await owner.people.addMember({ id: uuidv7(), name: 'Nam', roles: ['reporter'], pin })
  await owner.people.addMember({ id: uuidv7(), name: 'Hà', roles: ['approver'], pin })
}

async function importSample(): Promise<string> {
  const { id: grant } = workspace.services.grants.grant({ path: sample, name: 'bài.docx', owned: false })
  const { preview, language, metadata, blocks } = await reporter.imports.preview({ grant })
  const id = uuidv7()
  await reporter.imports.commit({ id, preview, language, metadata, blocks })
  say('imported', articleDocument(id), String(blocks.length))
  imported.push(id)
  return id
}

async function type(article: string): Promise<void> {
  const document = articleDocument(article)
  const state = await reporter.documents.open({ document })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(state.update, 'base64'))
  for (let key = 0; key < 5; key += 1) {
    tokens += 1
    const token = `<${seed}.${tokens}>`
    const before = Y.encodeStateVector(doc)
    typeText(doc, token)
    const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
    await reporter.documents.append({
      document,
      client: 'soak',
      batch: token,
      updates: [update],
      typingIn: null,
    })
    say('saved', document, token)
  }
}

async function publish(article: string): Promise<void> {
  const document = articleDocument(article)
  const submitted = await reporter.workflow.submit({ id: uuidv7(), document })
  const submission = submitted.submission?.record ?? ''
  say('recorded', document, 'submission')
  await approver.workflow.approve({ id: uuidv7(), submission })
  say('recorded', document, 'approval')
  const id = uuidv7()
  const order = { id, article, channel: 'portal', languages: ['vi'], preview: false }
  const { job } = await reporter.packages.export({ ...order, directory: join(folder, 'out', id) })
  const ended = await workspace.services.jobs.ended(job)
  if (ended.state !== 'done') throw new Error(JSON.stringify(ended.failure))
  const made = await reporter.packages.get({ id: ended.result ?? '' })
  say('packaged', made.path ?? '')
}

async function work(): Promise<never> {
  for (;;) {
    const article = await importSample()
    await publish(article)
  }
}

async function typing(): Promise<never> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, random.below(20)))
    if (imported.length > 0) await type(random.pick(imported))
  }
}

say('ready')
await Promise.all([work(), typing()])
