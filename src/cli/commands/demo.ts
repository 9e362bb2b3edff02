import { existsSync } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import type { ArticleRow } from '#contract/articles.ts'
import { type Failure, failure } from '#contract/failures.ts'
import type { Verdict } from '#contract/packages.ts'
import { protocolVersion } from '#contract/protocol.ts'
import { articleDocument } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Role } from '#domain/roles.ts'
import { verifyPackage } from '#workspace/packages/verify/verify-package.ts'
import { attempt } from '../attempt.ts'
import type { Client, Connection } from '../client.ts'
import type { Command, CommandInput } from '../command.ts'
import { connect } from '../connection.ts'
import { type MadeForChannel, makeEveryChannel } from './demo-channels.ts'
import { takeSampleClip } from './demo-clip.ts'
import { sampleTongues, translateSample } from './demo-translation.ts'
import { importFile } from './import-files.ts'

const sampleFile = fileURLToPath(
  new URL('../../../resources/sample/le-hoi-tra-tan-cuong.docx', import.meta.url),
)
const pin = '280926'

/**
 * The whole way without a window: a Word file and a clip, imported, approved by a second person, put into English and
 * Korean, approved again, shaped for every channel, exported, verified.
 */
export const demo: Command = {
  usage: 'demo --out DIR',
  options: { out: { type: 'string' } },
  positionals: [0, 0],
  async run(input) {
    const out = resolve(String(input.values['out'] ?? 'tramtin-demo'))
    const workspace = join(out, 'kho-lam-viec')
    if (existsSync(workspace)) return fail(failure('target-exists', { path: workspace }))
    await mkdir(out, { recursive: true })
    const connection = await connect(workspace, { mode: 'either' })
    if (!connection.ok) return connection
    try {
      return await tellStory(connection.value, out, input)
    } finally {
      await connection.value.close()
    }
  },
}

async function tellStory(connection: Connection, out: string, { sentences, progress }: CommandInput) {
  const people = await foundNewsroom(connection)
  if (!people.ok) return people
  const { reporter, translator, approver, rootKey } = people.value
  progress(sentences.say('demo.newsroom'))

  const wordFile = join(out, 'le-hoi-tra-tan-cuong.docx')
  await cp(sampleFile, wordFile)
  const article = await importFile(connection, wordFile, reporter)
  if (!article.ok) return article
  progress(sentences.say('demo.imported', { title: article.value.title, words: article.value.words }))

  const clip = await takeSampleClip(connection, reporter, article.value.id)
  if (!clip.ok) return clip
  for (const track of clip.value.tracks) {
    const approvedTrack = await submitAndApprove(reporter, approver, track)
    if (!approvedTrack.ok) return approvedTrack
  }
  progress(sentences.say('demo.clip', { tracks: clip.value.tracks.length }))

  const approved = await submitAndApprove(reporter, approver, articleDocument(article.value.id))
  if (!approved.ok) return approved
  progress(sentences.say('demo.approved'))

  for (const tongue of sampleTongues) {
    const translated = await translateSample(translator, article.value.id, tongue)
    if (!translated.ok) return translated
    const { document, rows } = translated.value
    const approvedToo = await submitAndApprove(translator, approver, document)
    if (!approvedToo.ok) return approvedToo
    progress(sentences.say('demo.translated', { rows, language: sentences.say(`common:tongue.${tongue}`) }))
  }

  const tongues = [article.value.language, ...sampleTongues]
  const made = await makeEveryChannel(
    reporter,
    (document) => submitAndApprove(reporter, approver, document),
    { article: article.value.id, directory: out, tongues },
  )
  if (!made.ok) return made
  return verifyAll(made.value, out, rootKey, { article: article.value, sentences })
}

type Told = Readonly<{ article: ArticleRow; sentences: CommandInput['sentences'] }>

/** Reads every package again, as anybody could who has the newsroom's root. */
async function verifyAll(
  made: readonly MadeForChannel[],
  out: string,
  rootKey: string,
  { article, sentences }: Told,
) {
  const lines: string[] = []
  const verdicts: Verdict[] = []
  for (const { package: row } of made) {
    const path = row.path ?? out
    const verdict = await verifyPackage(path, rootKey)
    if (!verdict.ok) return verdict
    verdicts.push(verdict.value)
    lines.push(sentences.say(`verify.${verdict.value.outcome}`, { path, ...verdict.value }))
  }
  const [portal] = made.filter(({ channel }) => channel === 'portal')
  return succeed({
    data: { article, package: portal?.package, packages: made, verdicts, rootKey },
    lines,
    failed: verdicts.some(({ outcome }) => outcome !== 'valid'),
  })
}

type Cast = Readonly<{ reporter: Client; translator: Client; approver: Client; rootKey: string }>

async function foundNewsroom(connection: Connection): Promise<Result<Cast, Failure>> {
  const owner = connection.client
  const founded = await attempt(
    owner.people.createNewsroom({ id: uuidv7(), newsroom: 'Tòa soạn thử', owner: 'Trần Thị Hạnh', pin }),
  )
  if (!founded.ok) return founded
  const confirmed = await attempt(owner.people.confirmRecovery({ recoveryFile: founded.value.recoveryFile }))
  if (!confirmed.ok) return confirmed
  const signed = await attempt(owner.session.signIn({ profile: founded.value.owner.id, pin }))
  if (!signed.ok) return signed
  const reporter = await addPerson(connection, 'Nguyễn Văn Nam', 'reporter')
  if (!reporter.ok) return reporter
  const translator = await addPerson(connection, 'Hoàng Thị Mai', 'translator')
  if (!translator.ok) return translator
  const approver = await addPerson(connection, 'Lê Thu Hà', 'approver')
  if (!approver.ok) return approver
  const hello = await attempt(owner.session.hello({ protocol: protocolVersion, client: 'cli' }))
  if (!hello.ok) return hello
  const rootKey = hello.value.newsroom?.rootKey ?? ''
  return succeed({
    reporter: reporter.value,
    translator: translator.value,
    approver: approver.value,
    rootKey,
  })
}

async function addPerson(connection: Connection, name: string, role: Role): Promise<Result<Client, Failure>> {
  const member = await attempt(connection.client.people.addMember({ id: uuidv7(), name, roles: [role], pin }))
  if (!member.ok) return member
  const client = connection.another()
  const signed = await attempt(client.session.signIn({ profile: member.value.id, pin }))
  return signed.ok ? succeed(client) : signed
}

async function submitAndApprove(author: Client, approver: Client, document: string) {
  const submitted = await attempt(author.workflow.submit({ id: uuidv7(), document }))
  if (!submitted.ok) return submitted
  const submission = submitted.value.submission?.record ?? ''
  return attempt(approver.workflow.approve({ id: uuidv7(), submission }))
}
