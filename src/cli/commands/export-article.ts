import { resolve } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { Failure } from '#contract/failures.ts'
import type { PackageRow } from '#contract/packages.ts'
import { type Result, succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Client } from '../client.ts'
import type { Command } from '../command.ts'
import type { Sentences } from '../sentences.ts'
import { jobResult } from './job-result.ts'

/** Makes a channel's package of an approved article, in the languages asked for, and writes it into a folder. */
export const exportArticle: Command = {
  usage: 'export ID --channel NAME --lang vi[,en,…] --out DIR [--profile NAME]',
  options: {
    channel: { type: 'string', default: 'portal' },
    lang: { type: 'string', default: 'vi' },
    out: { type: 'string' },
    preview: { type: 'boolean' },
  },
  positionals: [1, 1],
  async run({ positionals: [article = ''], values, connect, sentences }) {
    const connection = await connect()
    if (!connection.ok) return connection
    const made = await exportPackage(connection.value.client, {
      article,
      channel: String(values['channel']),
      languages: String(values['lang']).split(','),
      preview: values['preview'] === true,
      directory: resolve(String(values['out'] ?? '.')),
    })
    if (!made.ok) return made
    const { path, files, warnings } = made.value
    const warned = warnings.map((warning) => warningSentence(warning, sentences))
    return succeed({ data: made.value, lines: [...warned, sentences.say('export.done', { path, files })] })
  },
}

type Warning = PackageRow['warnings'][number]

function warningSentence({ code, facts }: Warning, { say }: Sentences): string {
  const { language } = facts
  const tongue = language && say(`common:tongue.${language}`, { defaultValue: language })
  return say(`packages:warning.${code}`, { ...facts, language: tongue })
}

/** Starts the export and waits for its job to end. */
export async function exportPackage(
  client: Client,
  order: Readonly<{
    article: string
    channel: string
    languages: string[]
    preview: boolean
    directory: string
  }>,
): Promise<Result<PackageRow, Failure>> {
  const started = await attempt(client.packages.export({ id: uuidv7(), ...order }))
  if (!started.ok) return started
  const made = await jobResult(client, started.value.job)
  return made.ok ? attempt(client.packages.get({ id: made.value })) : made
}
