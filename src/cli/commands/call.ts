import { contract } from '#contract/contract.ts'
import { failure } from '#contract/failures.ts'
import { fail, succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Client } from '../client.ts'
import type { Command } from '../command.ts'

/** Any operation of the contract, by its path: `call articles.list '{"text":"chè"}'`. */
export const call: Command = {
  usage: 'call OPERATION [JSON]      call articles.list \'{"limit":5}\'',
  positionals: [1, 2],
  async run({ positionals: [path = '', text = 'null'], connect }) {
    const input = parseJson(text)
    if (input === undefined)
      return fail(failure('format-damaged', { name: 'JSON', detail: text, line: null }))
    const connection = await connect()
    if (!connection.ok) return connection
    const operation = findOperation(connection.value.client, path)
    if (!operation) return fail(failure('not-found', { what: path }))
    const answered = await attempt(operation(input.value ?? undefined))
    if (!answered.ok) return answered
    return succeed({ data: answered.value, lines: [JSON.stringify(answered.value, null, 2)] })
  },
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

type Operation = (input: unknown) => Promise<unknown>

function findOperation(client: Client, path: string): Operation | undefined {
  const [capability = '', name = '', ...rest] = path.split('.')
  const known = operationNames[capability]?.includes(name) ?? false
  if (!known || rest.length > 0) return undefined
  const group = client[capability as keyof Client] as unknown as Record<string, Operation>
  return group[name]
}

const operationNames: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(contract).map(([capability, operations]) => [capability, Object.keys(operations)]),
)
