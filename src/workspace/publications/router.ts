import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { ClientContext } from '../binding/clients.ts'
import { answer, operations } from '../binding/operations.ts'
import { flushFolder, writeDurably, writeFailure } from '../store/durable-files.ts'
import { madeFile } from '../store/made-files.ts'
import { noteDemand, notePosting, type PublicationServices } from './noting.ts'
import { listPublications, viewPosting } from './publication-view.ts'
import { writeReport } from './report.ts'

/** A newsroom in Vietnam keeps one time; a portal that says another is followed. */
const usualOffset = '+07:00'
const everything = { article: null, channel: null, language: null, limit: 100_000 }

/** What was posted where: `contract/publications.ts`. */
export function publicationsRouter(services: PublicationServices) {
  const { publications } = operations
  const offset = services.channels.find(({ kind }) => kind === 'portal')?.utcOffset ?? usualOffset
  return {
    note: publications.note.handler(({ input, context }) =>
      viewPosting(services, answer(notePosting(services, context, input))),
    ),
    correct: publications.correct.handler(({ input, context }) =>
      viewPosting(services, answer(noteDemand(services, context, { ...input, kind: 'correction' }))),
    ),
    takeDown: publications.takeDown.handler(({ input, context }) =>
      viewPosting(services, answer(noteDemand(services, context, { ...input, kind: 'takedown', url: '' }))),
    ),
    list: publications.list.handler(({ input }) => listPublications(services, input, offset)),
    exportReport: publications.exportReport.handler(async ({ input, context }) =>
      answer(await exportReport(services, context, input, offset)),
    ),
  }
}

type Order = Readonly<{ id: string; month: string; path: string | null }>
type Written = Readonly<{ url: string | null; name: string; bytes: number; rows: number }>

/** Writes the month's report whole or not at all (SAFE3); only a trusted client names a file. */
async function exportReport(
  services: PublicationServices,
  client: ClientContext,
  { id, month, path }: Order,
  utcOffset: string,
): Promise<Result<Written, Failure>> {
  if (path !== null && !client.trusted) return fail(failure('grant-unknown', { grant: path }))
  if (path !== null && existsSync(path)) return fail(failure('target-exists', { path }))
  const listed = listPublications(services, { ...everything, month }, utcOffset)
  const newsroom = services.records.newsroom()?.name ?? ''
  const bytes = await writeReport({
    month,
    newsroom,
    channels: services.channels,
    publications: listed,
    utcOffset,
  })
  const name = `bao-cao-${month}.xlsx`
  const target = path ?? madeFile(services.paths, id, name)
  try {
    if (path === null) await mkdir(dirname(target), { recursive: true })
    await writeDurably(target, [bytes])
    await flushFolder(dirname(target))
  } catch (error) {
    return fail(writeFailure(error, target))
  }
  const url = path === null ? `/made/${id}/${name}` : null
  return succeed({ url, name, bytes: bytes.length, rows: listed.length })
}
