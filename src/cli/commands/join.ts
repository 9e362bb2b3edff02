import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join as joinPath, resolve } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { type Role, roles } from '#domain/roles.ts'
import { attempt } from '../attempt.ts'
import type { Command, CommandInput, Report } from '../command.ts'
import { existingFile } from '../existing-file.ts'

type Act = (input: CommandInput, word: string) => Promise<Result<Report, Failure>>

const acts: Readonly<Record<string, Act>> = {
  request: requestToJoin,
  answer: answerRequest,
  accept: acceptInvitation,
}

/** The way into a newsroom on another machine: a request, the owner's answer, and its acceptance. */
export const join: Command = {
  usage:
    'join request NAME --out DIR · answer REQUEST --roles reporter[,…] --out DIR --profile OWNER · accept INVITATION',
  options: { out: { type: 'string' }, roles: { type: 'string', default: 'reporter' } },
  positionals: [2, 2],
  async run(input) {
    const [name = '', word = ''] = input.positionals
    const act = acts[name]
    return act ? act(input, word) : fail(failure('not-found', { what: name }))
  },
}

function folderOf({ values }: CommandInput): string {
  const folder = resolve(String(values['out'] ?? '.'))
  mkdirSync(folder, { recursive: true })
  return folder
}

/** The PIN of the new key comes from TRAMTIN_PIN. */
async function requestToJoin(input: CommandInput, name: string) {
  const connection = await input.connect({ mode: 'either' })
  if (!connection.ok) return connection
  const pin = process.env['TRAMTIN_PIN'] ?? ''
  const asked = await attempt(connection.value.client.people.requestToJoin({ id: uuidv7(), name, pin }))
  if (!asked.ok) return asked
  const { requestFile, fileName, profile } = asked.value
  const path = joinPath(folderOf(input), fileName)
  writeFileSync(path, requestFile)
  return succeed({ data: { path, profile }, lines: [input.sentences.say('join.requested', { path })] })
}

async function answerRequest(input: CommandInput, file: string) {
  const found = existingFile(file)
  if (!found.ok) return found
  const wanted = String(input.values['roles']).split(',')
  const unknown = wanted.find((role) => !roles.some((known) => known === role))
  if (unknown !== undefined) return fail(failure('not-found', { what: unknown }))
  const connection = await input.connect()
  if (!connection.ok) return connection
  const { client } = connection.value
  const request = readFileSync(found.value, 'utf8').slice(0, 100_000)
  const member = await attempt(client.people.admit({ id: uuidv7(), request, roles: wanted as Role[] }))
  if (!member.ok) return member
  const directory = folderOf(input)
  const made = await attempt(client.bundles.invite({ id: uuidv7(), member: member.value.id, directory }))
  if (!made.ok) return made
  return succeed({
    data: { member: member.value, file: made.value },
    lines: [input.sentences.say('join.answered', { name: member.value.name, path: made.value.path })],
  })
}

async function acceptInvitation(input: CommandInput, file: string) {
  const connection = await input.connect()
  if (!connection.ok) return connection
  const grant = await connection.value.letIn(file)
  if (!grant.ok) return grant
  const joined = await attempt(connection.value.client.bundles.join({ grant: grant.value }))
  if (!joined.ok) return joined
  return succeed({ data: joined.value, lines: [input.sentences.say('join.accepted', joined.value)] })
}
