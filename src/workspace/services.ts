import type * as Y from 'yjs'
import type { ClipView } from '#contract/clips.ts'
import type { SequencedEvent, WorkspaceEvent } from '#contract/events.ts'
import type { Failure } from '#contract/failures.ts'
import type { JobView } from '#contract/jobs.ts'
import type { Article } from '#domain/article.ts'
import type { MediaFacts } from '#domain/clips/media-facts.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { Result } from '#domain/result.ts'
import type { JudgedPart } from '#domain/secret-stamps.ts'
import type { DocumentService } from './documents/document-service.ts'
import type { MediaService } from './media/media-service.ts'
import type { KeyRing } from './records/key-ring.ts'
import type { RecordService } from './records/record-service.ts'
import type { Clock } from './store/clock.ts'
import type { WriteHandle } from './store/database.ts'
import type { WorkspacePaths } from './store/paths.ts'
import type { Store } from './store/store.ts'

export type EventService = Readonly<{
  emit(event: WorkspaceEvent): void
  follow(after: number | null, signal?: AbortSignal): AsyncGenerator<SequencedEvent>
}>

export type JobControl = Readonly<{
  signal: AbortSignal
  progress(fraction: number | null): void
  /**
   * A job's last step: what it made and that it is done are one transaction, which others may share. `write`
   * answers the job's outcome, and writes nothing when that is a failure.
   */
  conclude(write: (db: WriteHandle) => Result<string, Failure>): Promise<Result<string, Failure>>
}>
export type JobService = Readonly<{
  /**
   * Starts work in the background; the same id starts nothing new. `work` answers the result's id. Settles when
   * it is on disk that there is such a job. A job with an `input` (JSON) can be made again: one that a stop of the
   * program cut off waits, is found by `left`, and goes on under its id when it is started anew.
   */
  start(
    job: Readonly<{ id: string; kind: JobView['kind']; subject: string; input?: unknown }>,
    work: (control: JobControl) => Promise<Result<string, Failure>>,
  ): Promise<JobView>
  list(): readonly JobView[]
  get(id: string): JobView | undefined
  /** Jobs of an earlier process that wait to be started again, each with the input it was given. */
  left(kind: JobView['kind']): readonly Readonly<{ id: string; subject: string; input: unknown }>[]
  cancel(id: string): JobView | undefined
  /** Settles when the job has ended. */
  ended(id: string): Promise<JobView>
  /** Cancels all that has not ended: a restart would only call it failed. */
  close(): Promise<void>
}>

export type Grant = Readonly<{ id: string; name: string; bytes: number; mediaType: string; path: string }>
/** Files the shell let in; paths stay on this side. */
export type GrantService = Readonly<{
  /** For shells: lets in a file that lies at `path`. `owned` ones are deleted with the grant. */
  grant(file: Readonly<{ path: string; name: string; owned: boolean }>): Grant
  find(id: string): Result<Grant, Failure>
  release(id: string): void
  /** A file that was opened from outside (a double click): a window is to show it. */
  offer(id: string): void
  /** What waits to be shown, each once. */
  takeOffered(): readonly Grant[]
}>

export type StoredAsset = Readonly<{
  hash: string
  bytes: number
  mediaType: string
  name: string
  width: number | null
  height: number | null
  caption: string
  credit: string
  alt: string
  copyright: string
}>
export type PictureRecipe = Readonly<{
  kind: 'picture'
  /** At most so wide; a smaller original is never enlarged. */
  width: number
  height: number | null
  format: 'jpeg' | 'webp' | 'png'
  /** 1 to 100; 82 unless told. PNG has none. */
  quality?: number
}>

/** A file that lies aside: taken in when `admit` says what it is. */
export type MediaFileFacts = Pick<StoredAsset, 'mediaType' | 'width' | 'height'>

/** A file made from others by a recipe: it may be evicted, and is made again then. */
export type DerivedFile = Readonly<{
  hash: string
  path: string
  bytes: number
  mediaType: string
  width: number | null
  height: number | null
}>

/**
 * What makes a derived file. `recipe` is all that decides its bytes (canonical JSON of the inputs' hashes, arguments,
 * ffmpeg's build, fonts). `make` writes to `aside`, a path without an ending in the workspace's temporary folder, and
 * answers what it made; a failed or killed one leaves nothing.
 */
export type Deriving = Readonly<{
  recipe: string
  make(aside: string): Promise<Result<MediaFileFacts, Failure>>
}>

export type DerivedPicture = Readonly<{
  hash: string
  path: string
  bytes: number
  mediaType: string
  width: number
  height: number
}>

/** Files by the SHA-256 of their bytes. */
export type AssetService = Readonly<{
  /** Durable when it settles: written aside, fsynced, renamed, folder fsynced, then a row (DESIGN §4). */
  add(
    file: Readonly<{ path: string; name: string; use?: 'picture' | 'scan' }>,
  ): Promise<Result<StoredAsset, Failure>>
  find(hash: string): Result<StoredAsset, Failure>
  /**
   * As `add`, for a file of any kind: copied aside while it is hashed, then `admit` looks at the copy and says what it
   * is. Bytes that are here already are looked at again and not kept twice.
   */
  take(
    file: Readonly<{ path: string; name: string }>,
    admit: (copy: Readonly<{ path: string; hash: string }>) => Promise<Result<MediaFileFacts, Failure>>,
    control?: Readonly<{ signal?: AbortSignal; copied?: (bytes: number) => void }>,
  ): Promise<Result<StoredAsset, Failure>>
  pathOf(hash: string): string
  /** A file made before by this recipe, if it is still here. */
  findDerived(recipe: string): Promise<DerivedFile | undefined>
  /** The file of a recipe: kept, or made now; who asks meanwhile waits for the same making. */
  deriveFile(deriving: Deriving): Promise<Result<DerivedFile, Failure>>
  /** A picture made from an original by a recipe, kept and reused. */
  derive(original: string, recipe: PictureRecipe): Promise<Result<DerivedPicture, Failure>>
}>

/** A part that looks like a stamp and that a person called a false alarm: said with the text wherever it goes. */
export type FalseAlarm = Readonly<{ part: string; textHash: string; reason: string }>

/** What the guard of stamps tells bundles: what of a document it judges, and what of it stays out of a workspace (SEC1). */
export type BundledTexts = Readonly<{
  partsOf(document: DocumentId, doc: Y.Doc): readonly JudgedPart[]
  /** What a person here called a false alarm and still stands in the text. */
  falseAlarms(document: DocumentId, parts: readonly JudgedPart[]): readonly FalseAlarm[]
  /** Refuses a text with a stamp that nobody has judged, here or there; what was purged here is never let in again. */
  refusal(document: DocumentId, parts: readonly JudgedPart[], alarms: readonly FalseAlarm[]): Failure | null
  /** Takes over what the sender called a false alarm, inside the caller's transaction. */
  noteFalseAlarms(
    db: WriteHandle,
    document: DocumentId,
    parts: readonly JudgedPart[],
    alarms: readonly FalseAlarm[],
  ): void
  /** False for a kept text that holds a stamp, or what was purged here: it is not stored, whoever sends it. */
  mayBeKept(
    kept: Readonly<{ document: DocumentId; hash: string; body: string }>,
    now: Article | null,
    alarms: readonly FalseAlarm[],
  ): boolean
  /** True for a unit of the memory that a purge took away here. */
  isForgotten(unit: string): boolean
}>

/** A media file among the assets, and what it is by its bytes. */
export type StoredClip = Readonly<{
  hash: string
  name: string
  bytes: number
  facts: MediaFacts
  addedAt: number
  /** Why there is no proxy or no outline of the sound, when making it failed. */
  proxyFailure: Failure | null
  peaksFailure: Failure | null
}>

/** A file of a clip that a page may fetch; `tag` names its bytes. */
export type ClipFile = Readonly<{ path: string; mediaType: string; tag: string }>
export type ClipPeaks = Readonly<{ bytes: Buffer; bucketMs: number; total: number }>

/** Clips for other capabilities and for the shells. */
export type ClipService = Readonly<{
  find(hash: string): Result<StoredClip, Failure>
  /** Where the original lies; it is only read (MEDIA1). */
  pathOf(hash: string): string
  /** What can be played and shown of a clip now. `prepare` begins to make what is not there. */
  standing(clip: StoredClip, prepare: boolean): Promise<Pick<ClipView, 'playback' | 'peaks' | 'url'>>
  /** Forgets what failed, so that it is tried again. */
  retry(hash: string): void
  /** What is played of a clip: the original, or its proxy once that is made. */
  playable(hash: string): Promise<Result<ClipFile, Failure>>
  /** A picture of a clip; moment and height are put on a grid, so that pictures are used again. */
  thumbnail(hash: string, atMs: number, height: number): Promise<Result<ClipFile, Failure>>
  /** A stretch of the sound's outline, see `contract/clips.ts`. */
  peaks(
    hash: string,
    stretch: Readonly<{ level: number; from: number; count: number }>,
  ): Promise<Result<ClipPeaks, Failure>>
  /** Takes up what an earlier process left. */
  resume(): void
}>

/** What every capability of the workspace is given. */
export type Services = Readonly<{
  version: string
  workspaceId: string
  paths: WorkspacePaths
  clock: Clock
  store: Store
  documents: DocumentService
  records: RecordService
  /** The private keys on this machine, and which of them are open. */
  keys: KeyRing
  events: EventService
  jobs: JobService
  grants: GrantService
  assets: AssetService
  media: MediaService
  clips: ClipService
}>
