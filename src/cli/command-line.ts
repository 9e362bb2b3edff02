import { parseArgs } from 'node:util'
import type { Failure } from '#contract/failures.ts'
import type { Result } from '#domain/result.ts'
import { defaultWorkspaceFolder } from '#workspace/store/default-folder.ts'
import type { Connection } from './client.ts'
import type { Command, Report } from './command.ts'
import { commands } from './commands.ts'
import { type ConnectionOptions, connect } from './connection.ts'
import { loadSentences, type Sentences } from './sentences.ts'
import { signIn } from './sign-in.ts'

const sharedOptions = {
  workspace: { type: 'string' },
  json: { type: 'boolean' },
  profile: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

type Call = Readonly<{
  command: Command
  positionals: string[]
  values: Record<string, string | boolean | undefined>
}>

/** Carries out the words of a command line; answers the exit code, 0 only when what was asked is done. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const sentences = await loadSentences()
  const call = readCall(words)
  if (typeof call === 'string') {
    const asked = words.length === 0 || words.includes('--help') || words.includes('-h')
    ;(asked ? console.log : console.error)(usage(sentences, asked ? '' : call))
    return asked ? 0 : 2
  }
  const json = call.values['json'] === true
  const connections: Connection[] = []
  try {
    const result = await runCall(call, sentences, json, connections)
    return print(result, sentences, json)
  } finally {
    for (const connection of connections) await connection.close()
  }
}

async function runCall(
  call: Call,
  sentences: Sentences,
  json: boolean,
  connections: Connection[],
): Promise<Result<Report, Failure>> {
  const workspace = String(call.values['workspace'] ?? defaultWorkspaceFolder())
  return call.command.run({
    positionals: call.positionals,
    values: call.values,
    workspace,
    sentences,
    progress: (line) => {
      if (!json) console.log(line)
    },
    connect: async (options?: ConnectionOptions) => {
      const connected = await connect(options?.folder ?? workspace, options)
      if (!connected.ok) return connected
      connections.push(connected.value)
      const profile = call.values['profile']
      if (typeof profile !== 'string') return connected
      const signed = await signIn(connected.value.client, profile)
      return signed.ok ? connected : signed
    },
  })
}

/** What is asked, or what is wrong with it. */
function readCall(words: readonly string[]): Call | string {
  const [name = '', ...rest] = words
  const command = commands[name]
  if (command === undefined) return name
  try {
    const { positionals, values } = parseArgs({
      args: rest,
      options: { ...sharedOptions, ...command.options },
      allowPositionals: true,
    })
    const [fewest, most] = command.positionals
    if (values.help === true || positionals.length < fewest || positionals.length > most) return name
    return { command, positionals, values: values as Call['values'] }
  } catch (error) {
    return error instanceof Error ? error.message : name
  }
}

function usage(sentences: Sentences, wrong: string): string {
  const lines = Object.values(commands).map((command) => `  tramtin ${command.usage}`)
  const complaint = wrong === '' ? [] : [sentences.say('usage.wrong', { words: wrong })]
  return [...complaint, sentences.say('usage.title'), ...lines, sentences.say('usage.options')].join('\n')
}

function print(result: Result<Report, Failure>, sentences: Sentences, json: boolean): number {
  if (!result.ok) {
    const message = sentences.failure(result.failure)
    console.error(json ? JSON.stringify({ error: { ...result.failure, message } }) : message)
    return 1
  }
  console.log(json ? JSON.stringify(result.value.data) : result.value.lines.join('\n'))
  return result.value.failed === true ? 1 : 0
}
