import { uuidv7 } from 'uuidv7'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Command } from '../command.ts'

/** Notes that a story stands on a channel. */
export const posted: Command = {
  usage:
    'posted ID --channel facebook --profile NAME [--lang vi] [--url URL] [--where PLACE] [--at 2026-11-24T14:02+07:00] [--package ID] [--note WORDS]',
  options: {
    channel: { type: 'string' },
    lang: { type: 'string', default: 'vi' },
    url: { type: 'string', default: '' },
    where: { type: 'string', default: '' },
    at: { type: 'string' },
    package: { type: 'string' },
    note: { type: 'string', default: '' },
  },
  positionals: [1, 1],
  async run({ positionals: [article = ''], values, connect, sentences }) {
    const postedAt = momentOf(values['at'])
    if (!postedAt.ok) return postedAt
    const connection = await connect()
    if (!connection.ok) return connection
    const noted = await attempt(
      connection.value.client.publications.note({
        id: uuidv7(),
        article,
        channel: String(values['channel'] ?? ''),
        language: String(values['lang']),
        url: String(values['url']),
        where: String(values['where']),
        note: String(values['note']),
        package: typeof values['package'] === 'string' ? values['package'] : null,
        postedAt: postedAt.value,
      }),
    )
    if (!noted.ok) return noted
    const { title, channel, url } = noted.value
    return succeed({ data: noted.value, lines: [sentences.say('posted.done', { title, channel, url })] })
  },
}

/** Now, unless a moment with its zone is named. */
function momentOf(written: unknown): Result<number, Failure> {
  if (typeof written !== 'string') return succeed(Date.now())
  const at = Date.parse(written)
  return Number.isNaN(at) ? fail(failure('not-found', { what: written })) : succeed(at)
}
