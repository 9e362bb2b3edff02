import { type Failure, failure } from '#contract/failures.ts'
import type { TrackSummary } from '#contract/tracks.ts'
import { type DocumentId, trackOf } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { answer, operations } from '../binding/operations.ts'
import { mayWork, signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'
import { createTrack } from './creating.ts'
import { reviewTrack } from './reviewing.ts'
import { fillTrack, readSubtitleFile, writeTrackFile } from './track-files.ts'
import type { TrackIndex } from './track-index.ts'
import { listTrackRows } from './track-rows.ts'
import { toldSummary, trackStanding } from './track-standing.ts'

/** Subtitles of clips: `contract/tracks.ts`. */
export function tracksRouter(services: Services, index: TrackIndex) {
  const { tracks } = operations
  return {
    create: tracks.create.handler(async ({ input, context }) => {
      const { id: profile } = answer(signedIn(services, context))
      return answer(summaryOf(services, answer(await createTrack(services, input, profile))))
    }),
    list: tracks.list.handler(({ input }) => {
      index.catchUp(input.clip ?? undefined)
      const rows = listTrackRows(services.store.read, input.clip, input.limit)
      return rows.map((row) => toldSummary(services, row))
    }),
    get: tracks.get.handler(({ input }) => answer(summaryOf(services, input.document as DocumentId))),
    review: tracks.review.handler(({ input }) => answer(reviewTrack(services, input.revision, input.since))),
    readFile: tracks.readFile.handler(({ input, context }) => {
      answer(signedIn(services, context))
      return answer(readSubtitleFile(services, input.grant, input.encoding)).told
    }),
    importFile: tracks.importFile.handler(async ({ input, context }) => {
      const { id: profile } = answer(signedIn(services, context))
      const { file, told } = answer(readSubtitleFile(services, input.grant, input.encoding))
      const document = answer(await createTrack(services, { ...input, from: null }, profile))
      answer(await fillTrack(services, document, file, input.replace, profile))
      services.grants.release(input.grant)
      const { text: _, ...facts } = told
      return { track: answer(summaryOf(services, document)), file: facts }
    }),
    exportFile: tracks.exportFile.handler(({ input, context }) => {
      answer(mayWork(services, context))
      const document = input.document as DocumentId
      const { losses, ...file } = answer(writeTrackFile(services, document, input.revision, input.format))
      return { ...file, losses: losses.map(({ names, ...loss }) => ({ ...loss, names: [...names] })) }
    }),
  }
}

function summaryOf(services: Services, document: DocumentId): Result<TrackSummary, Failure> {
  if (!trackOf(document)) return fail(failure('document-unknown', { document }))
  const standing = trackStanding(services, document)
  return standing.ok ? succeed(toldSummary(services, standing.value.summary)) : standing
}
