import type { Article } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'
import { countChu } from '#domain/counting.ts'
import { type DocumentId, trackOf } from '#domain/document-id.ts'
import { createStandingIndex } from '../documents/standing-index.ts'
import type { Services } from '../services.ts'
import type { ReportBug } from '../store/bugs.ts'
import { forgetTracks, madeFrom, putTrackRow, tracksBehind, tracksOf } from './track-rows.ts'
import { type StandingServices, trackStanding } from './track-standing.ts'

/** How all tracks stand, kept up with their documents, their sources and the records (FLOW1). */
export type TrackIndex = Readonly<{
  /** Before a query: brings in those of a clip, or the newest that changed. */
  catchUp(clip?: string): void
  /** Makes those of a clip anew, so that nothing of how they stood stays. Throws when the disk fails. */
  remake(clip: string): void
  /** Makes everything again; answers how many there are. */
  rebuild(): Promise<number>
  close(): void
}>

type IndexParts = StandingServices &
  Pick<Services, 'events'> &
  Readonly<{
    /** Judges stamps in what changed (SEC1). */
    judgeStamps: (document: DocumentId, article: Article) => boolean
    report?: ReportBug | undefined
  }>

export function createTrackIndex(parts: IndexParts): TrackIndex {
  const { store, documents, records, events, report } = parts
  const index = createStandingIndex({
    onDocuments: documents.onChange,
    onRecords: records.onChange,
    behind: () => tracksBehind(store.read),
    // what changes in one may make the others of the clip stale
    touchedBy: (document) => (trackOf(document) ? tracksOf(store.read, trackOf(document)?.clip ?? '') : []),
    project: (document) => projectOne(parts, document),
    tell: (brought) => events.emit({ kind: 'tracks', documents: [...brought] }),
    report,
  })
  return {
    catchUp: (clip) =>
      index.catchUp(clip === undefined ? undefined : (document) => trackOf(document)?.clip === clip),
    remake(clip) {
      store.write((db) => forgetTracks(db, clip))
      index.bringIn(tracksOf(store.read, clip))
    },
    async rebuild() {
      store.write((db) => forgetTracks(db, null))
      const all = tracksOf(store.read, null)
      await index.bringInSlowly(all)
      return all.length
    },
    close: index.close,
  }
}

function projectOne(parts: IndexParts, document: DocumentId): boolean {
  const { store, judgeStamps } = parts
  const standing = trackStanding(parts, document)
  if (!standing.ok) return false
  const { summary, article } = standing.value
  judgeStamps(document, article)
  const words = countChu(article.blocks.map(blockText).join('\n'))
  const from = madeFrom(store.read, document, summary.source)
  store.write((db) => putTrackRow(db, summary, words, from))
  return true
}
