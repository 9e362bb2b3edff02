import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { type Failure, failure } from '#contract/failures.ts'
import type { MemoryImportReport, MemoryMatch } from '#contract/memory.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { attempt } from '../attempt.ts'
import type { Connection } from '../client.ts'
import type { Command, CommandInput, Report } from '../command.ts'
import { jobEnd } from '../job-end.ts'
import type { Sentences } from '../sentences.ts'

type Act = (input: CommandInput, words: readonly string[]) => Promise<Result<Report, Failure>>
const acts: Readonly<Record<string, Act>> = { import: importFiles, export: exportFile, lookup }

/** The translation memory: TMX files in and out, and what it knows of a sentence. */
export const tm: Command = {
  usage:
    'tm import FILE… --profile NAME · export FILE [--from vi --to en] · lookup SENTENCE --from vi --to en [--least 60]',
  options: { from: { type: 'string' }, to: { type: 'string' }, least: { type: 'string' } },
  positionals: [1, 1001],
  async run(input) {
    const [name = '', ...words] = input.positionals
    const act = acts[name]
    return act ? act(input, words) : fail(failure('not-found', { what: name }))
  },
}

async function importFiles({ connect, sentences }: CommandInput, files: readonly string[]) {
  const connection = await connect()
  if (!connection.ok) return connection
  const results = []
  for (const file of files) results.push({ file, result: await importFile(connection.value, file) })
  return succeed({
    data: results.map(({ file, result }) =>
      result.ok ? { file, ...result.value } : { file, error: result.failure },
    ),
    lines: results.flatMap(({ file, result }) =>
      result.ok
        ? reportLines(file, result.value, sentences)
        : [sentences.say('tm.failed', { file, reason: sentences.failure(result.failure) })],
    ),
    failed: results.some(({ result }) => !result.ok),
  })
}

async function importFile(
  { client, letIn }: Connection,
  file: string,
): Promise<Result<MemoryImportReport, Failure>> {
  const grant = await letIn(file)
  if (!grant.ok) return grant
  const id = uuidv7()
  const started = await attempt(client.memory.importFile({ id, grant: grant.value }))
  if (!started.ok) return started
  const ended = await jobEnd(client, id)
  return ended.ok ? attempt(client.memory.importReport({ id })) : ended
}

const shownSkips = 20

function reportLines(file: string, report: MemoryImportReport, sentences: Sentences): readonly string[] {
  const skips = report.skips
    .slice(0, shownSkips)
    .map(({ reason, line, detail }) =>
      sentences.say('tm.skip', { line, detail, reason: sentences.say(`tm.reason.${reason}`) }),
    )
  return [sentences.say('tm.imported', { file, ...report }), ...skips]
}

async function exportFile({ connect, sentences, values }: CommandInput, [file]: readonly string[]) {
  if (file === undefined) return fail(failure('not-found', { what: 'FILE' }))
  const connection = await connect()
  if (!connection.ok) return connection
  const { client } = connection.value
  const path = resolve(file)
  const id = uuidv7()
  const started = await attempt(client.memory.exportFile({ id, path, ...languages(values) }))
  const ended = started.ok ? await jobEnd(client, id) : started
  if (!ended.ok) return ended
  const { size: bytes } = await stat(path)
  return succeed({ data: { path, bytes }, lines: [sentences.say('tm.exported', { path, bytes })] })
}

function languages(values: CommandInput['values']) {
  const tag = (value: unknown) => (typeof value === 'string' ? value : null)
  return { from: tag(values['from']), to: tag(values['to']) }
}

/** Milliseconds to wait for an index that is being made. */
const patience = 120_000

async function lookup({ connect, sentences, values }: CommandInput, words: readonly string[]) {
  const connection = await connect()
  if (!connection.ok) return connection
  const { from, to } = languages(values)
  const least = Number(values['least'] ?? 60)
  const question = { source: [words.join(' ')], from: from ?? 'vi', to: to ?? 'en', least }
  const until = performance.now() + patience
  let answer = await attempt(connection.value.client.memory.lookup(question))
  while (answer.ok && !answer.value.complete && performance.now() < until) {
    await pause(200)
    answer = await attempt(connection.value.client.memory.lookup(question))
  }
  if (!answer.ok) return answer
  const { matches, complete } = answer.value
  const lines = matches.map((match) => matchLine(match, sentences))
  return succeed({
    data: answer.value,
    lines: [
      ...(complete ? [] : [sentences.say('tm.incomplete')]),
      ...(lines.length > 0 ? lines : [sentences.say('tm.none', { least })]),
    ],
  })
}

function matchLine({ score, source, target }: MemoryMatch, sentences: Sentences): string {
  return sentences.say('tm.match', { score, source: plainText(source), target: plainText(target) })
}
