import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Client } from '../client.ts'
import { clipLine } from '../clip-line.ts'
import type { Command, CommandInput } from '../command.ts'

const pageSize = 500

type Listed = Readonly<{ data: unknown; lines: readonly string[] }>
type Listing = (client: Client, input: CommandInput) => Promise<Result<Listed, Failure>>

const listings: Readonly<Record<string, Listing>> = {
  articles: listArticles,
  packages: listPackages,
  clips: listClips,
  tracks: listTracks,
  editions: listEditions,
  publications: listPublications,
}

/** The articles, the packages that were made, the clips, their subtitles, the texts for channels, or what was posted. */
export const list: Command = {
  usage: 'list articles|packages|clips|tracks|editions|publications [--text WORDS] [--month 2026-11]',
  options: { text: { type: 'string' }, month: { type: 'string' } },
  positionals: [1, 1],
  async run(input) {
    const [what = ''] = input.positionals
    const listing = listings[what]
    if (!listing) return fail(failure('not-found', { what }))
    const connection = await input.connect()
    if (!connection.ok) return connection
    const listed = await listing(connection.value.client, input)
    if (!listed.ok) return listed
    const { data, lines } = listed.value
    return succeed({ data, lines: lines.length > 0 ? [...lines] : [input.sentences.say('list.empty')] })
  },
}

async function listPackages(client: Client): Promise<Result<Listed, Failure>> {
  const packages = await attempt(client.packages.list({ limit: pageSize }))
  if (!packages.ok) return packages
  const lines = packages.value.map(
    (row) => `${row.id}  ${row.channel}  ${row.languages.join(',')}  ${row.title}`,
  )
  return succeed({ data: packages.value, lines })
}

async function listArticles(
  client: Client,
  { values, sentences }: CommandInput,
): Promise<Result<Listed, Failure>> {
  const articles = await attempt(
    client.articles.list({ text: String(values['text'] ?? ''), limit: pageSize }),
  )
  if (!articles.ok) return articles
  const lines = articles.value.rows.map(
    (row) => `${row.id}  ${sentences.say(`state.${row.state}`)}  ${row.words} chữ  ${row.title}`,
  )
  return succeed({ data: articles.value, lines })
}

async function listClips(client: Client): Promise<Result<Listed, Failure>> {
  const clips = await attempt(client.clips.list({}))
  return clips.ok ? succeed({ data: clips.value, lines: clips.value.map(clipLine) }) : clips
}

async function listTracks(client: Client, { sentences }: CommandInput): Promise<Result<Listed, Failure>> {
  const tracks = await attempt(client.tracks.list({ limit: pageSize }))
  if (!tracks.ok) return tracks
  const lines = tracks.value.map(({ document, cues, open, stale, state, name }) =>
    sentences.say('list.track', {
      document,
      cues,
      open,
      stale,
      state: sentences.say(`state.${state}`),
      name,
    }),
  )
  return succeed({ data: tracks.value, lines })
}

async function listEditions(client: Client, { sentences }: CommandInput): Promise<Result<Listed, Failure>> {
  const editions = await attempt(client.editions.list({ limit: pageSize }))
  if (!editions.ok) return editions
  const lines = editions.value.map(
    (row) => `${row.document}  ${sentences.say(`state.${row.state}`)}  ${row.title}`,
  )
  return succeed({ data: editions.value, lines })
}

async function listPublications(client: Client, { values }: CommandInput): Promise<Result<Listed, Failure>> {
  const month = typeof values['month'] === 'string' ? values['month'] : null
  const publications = await attempt(client.publications.list({ month, limit: pageSize }))
  if (!publications.ok) return publications
  const lines = publications.value.map(
    (row) =>
      `${new Date(row.postedAt).toISOString()}  ${row.channel}  ${row.language}  ${row.title}  ${row.url}`,
  )
  return succeed({ data: publications.value, lines })
}
