import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { BundleView, MailboxView } from '#contract/bundles.ts'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Command, CommandInput, Report } from '../command.ts'
import type { Sentences } from '../sentences.ts'

type Act = (input: CommandInput, words: readonly string[]) => Promise<Result<Report, Failure>>

const acts: Readonly<Record<string, Act>> = {
  export: exportBundle,
  open: openBundles,
  inspect: inspectBundle,
  mailbox: chooseMailbox,
  exchange: exchangeNow,
}

/** Stories as one file: made, looked into, taken in; and the shared folder that serves as a mailbox. */
export const bundle: Command = {
  usage:
    'bundle export ID… | --since 2026-11-01 --out DIR · open FILE… [--accept-unknown] · inspect FILE · mailbox [DIR | off] · exchange',
  options: {
    out: { type: 'string' },
    since: { type: 'string' },
    note: { type: 'string' },
    'accept-unknown': { type: 'boolean' },
  },
  positionals: [1, 5001],
  async run(input) {
    const [name = '', ...words] = input.positionals
    const act = acts[name]
    return act ? act(input, words) : fail(failure('not-found', { what: name }))
  },
}

async function exportBundle(input: CommandInput, articles: readonly string[]) {
  const { values, connect, sentences } = input
  const connection = await connect()
  if (!connection.ok) return connection
  const since = typeof values['since'] === 'string' ? Date.parse(values['since']) : undefined
  if (since !== undefined && Number.isNaN(since))
    return fail(failure('not-found', { what: String(values['since']) }))
  const directory = resolve(String(values['out'] ?? '.'))
  mkdirSync(directory, { recursive: true })
  const named = { kind: 'stories' as const, articles: [...articles] }
  const scope = since === undefined ? named : { kind: 'since' as const, since }
  if (scope.kind === 'stories' && articles.length === 0) return fail(failure('nothing-to-send', {}))
  const order = { id: uuidv7(), scope, note: String(values['note'] ?? ''), directory }
  const made = await attempt(connection.value.client.bundles.export(order))
  if (!made.ok) return made
  const { file, stories, heldBack } = made.value
  const held = heldBack.map((each) =>
    sentences.say('bundle.heldBack', {
      title: each.title || each.document,
      reason: sentences.failure(each.failure),
    }),
  )
  return succeed({
    data: made.value,
    lines: [sentences.say('bundle.made', { path: file.path, stories, bytes: file.bytes }), ...held],
    failed: heldBack.length > 0,
  })
}

/** Each file stands or falls by itself. */
async function openBundles(input: CommandInput, files: readonly string[]) {
  const { values, connect, sentences } = input
  const connection = await connect()
  if (!connection.ok) return connection
  const acceptUnknown = values['accept-unknown'] === true
  const results = []
  for (const file of files) {
    const grant = await connection.value.letIn(file)
    const opened = grant.ok
      ? await attempt(connection.value.client.bundles.open({ grant: grant.value, acceptUnknown }))
      : grant
    results.push({ file, opened })
  }
  return succeed({
    data: results.map(({ file, opened }) =>
      opened.ok ? { file, ...opened.value } : { file, error: opened.failure },
    ),
    lines: results.map(({ file, opened }) =>
      opened.ok
        ? sentences.say('bundle.opened', { file, ...opened.value })
        : sentences.say('bundle.refused', { file, reason: sentences.failure(opened.failure) }),
    ),
    failed: results.some(({ opened }) => !opened.ok),
  })
}

async function inspectBundle({ connect, sentences }: CommandInput, [file = '']: readonly string[]) {
  const connection = await connect()
  if (!connection.ok) return connection
  const grant = await connection.value.letIn(file)
  if (!grant.ok) return grant
  const view = await attempt(connection.value.client.bundles.inspect({ grant: grant.value }))
  return view.ok ? succeed({ data: view.value, lines: linesOf(view.value, sentences) }) : view
}

function linesOf(view: BundleView, sentences: Sentences): readonly string[] {
  const { sender, newsroom, at, stories, records, pictures, bytes } = view
  const when = new Date(at).toISOString()
  const known = sender.problem === null ? 'bundle.member' : 'bundle.stranger'
  return [
    sentences.say('bundle.from', { sender: sender.name, newsroom: newsroom.name, when, bytes }),
    sentences.say(known, { problem: sender.problem }),
    ...stories.map(({ title, article, change, documents }) =>
      sentences.say(`bundle.story.${change}`, { title: title || article, documents }),
    ),
    sentences.say('bundle.rest', {
      records: records.fresh,
      refused: records.refused.length,
      pictures: pictures.fresh,
    }),
  ]
}

/** Without a word: how the mailbox stands. A folder sets it, `off` ends it. */
async function chooseMailbox({ connect, sentences, values }: CommandInput, [folder]: readonly string[]) {
  const connection = await connect()
  if (!connection.ok) return connection
  const { client } = connection.value
  const since = typeof values['since'] === 'string' ? Date.parse(values['since']) : 0
  const place = folder === 'off' ? null : { kind: 'path' as const, path: resolve(folder ?? '') }
  const view = await attempt(
    folder === undefined ? client.bundles.mailbox() : client.bundles.setMailbox({ place, since }),
  )
  return view.ok ? succeed(mailboxReport(view.value, sentences)) : view
}

async function exchangeNow({ connect, sentences }: CommandInput) {
  const connection = await connect()
  if (!connection.ok) return connection
  const view = await attempt(connection.value.client.bundles.exchangeNow())
  return view.ok ? succeed(mailboxReport(view.value, sentences)) : view
}

function mailboxReport(view: MailboxView, sentences: Sentences): Report {
  const { folder, waiting, trouble, files } = view
  if (folder === null) return { data: view, lines: [sentences.say('bundle.noMailbox')] }
  const troubled = trouble === null ? [] : [sentences.say(`bundle.trouble.${trouble}`, { folder })]
  return {
    data: view,
    lines: [sentences.say('bundle.mailbox', { folder, waiting, files: files.length }), ...troubled],
    failed: trouble !== null,
  }
}
