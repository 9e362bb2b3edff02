import type { Database } from 'better-sqlite3'
import type * as Y from 'yjs'
import type { DocumentEvent } from '#contract/documents.ts'
import type { SequencedEvent, WorkspaceEvent } from '#contract/events.ts'
import type { Failure } from '#contract/failures.ts'
import type { JobView } from '#contract/jobs.ts'
import type { RevisionRow } from '#contract/revisions.ts'
import type { Article } from '#domain/article.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { NewsroomRecord, RecordBase, SignedRecord } from '#domain/records.ts'
import type { Result } from '#domain/result.ts'
import type { Role } from '#domain/roles.ts'

/** Seams that tests set. */
export type Clock = Readonly<{ now(): number }>

export type WorkspacePaths = Readonly<{
  root: string
  database: string
  ownerLock: string
  endpoint: string
  assets: string
  temporary: string
  keys: string
  backups: string
  packages: string
}>

declare const readable: unique symbol
declare const writable: unique symbol
/** Read and write handles are different types: a function's signature says which it needs. */
export type ReadHandle = Database & { readonly [readable]: true }
export type WriteHandle = ReadHandle & { readonly [writable]: true }

export type Store = Readonly<{
  read: ReadHandle
  /** One IMMEDIATE transaction, durable when it returns. `work` is synchronous and must not return a promise. */
  write<Value>(work: (db: WriteHandle) => Value): Value
  /**
   * Joins the next group commit (at most 100 ms away). Settles when the bytes are on disk (SAFE1); when the
   * transaction fails every work in the group is rejected and nothing of it is stored.
   */
  writeGrouped<Value>(work: (db: WriteHandle) => Value): Promise<Value>
  /** Runs after a commit that wrote, once, with no transaction open. */
  afterCommit(listener: () => void): () => void
  device: string
  /** Empties the write-ahead log into the database, so that overwritten text is nowhere any more (SEC1). */
  scrub(): void
  close(): void
}>

export type Contribution = Readonly<{
  device: string
  firstSequence: number
  lastSequence: number
  profile: string
}>

export type AppendRequest = Readonly<{
  document: DocumentId
  profile: string
  client: string
  batch: string
  updates: readonly Uint8Array[]
  typingIn: string | null
}>

/** The Yjs documents: log, memory copies, contributions, revisions. */
export type DocumentService = Readonly<{
  exists(document: DocumentId): boolean
  /** Creates a document from its first update; a repeat with the same id changes nothing. */
  create(
    document: DocumentId,
    language: string,
    first: Uint8Array,
    profile: string,
  ): Promise<Result<number, Failure>>
  append(request: AppendRequest): Promise<Result<Readonly<{ seq: number; savedAt: number }>, Failure>>
  /** Whole state as one update, and the log position it reflects. */
  state(
    document: DocumentId,
  ): Result<Readonly<{ update: Uint8Array; seq: number; readOnly: boolean }>, Failure>
  read(document: DocumentId): Result<Article, Failure>
  /** Looks at the document in memory; `look` must not change it. */
  inspect<Value>(document: DocumentId, look: (doc: Y.Doc) => Value): Result<Value, Failure>
  /** An edit made by the workspace itself (restore, import): durable when it settles. */
  edit(document: DocumentId, profile: string, change: (doc: Y.Doc) => void): Promise<Result<number, Failure>>
  follow(document: DocumentId, after: number, signal?: AbortSignal): AsyncGenerator<DocumentEvent>
  contributions(document: DocumentId): readonly Contribution[]
  /** Per device, the highest sequence this document holds. */
  reached(document: DocumentId): Readonly<Record<string, number>>
  /** Stores the content of now as a revision and names the moment. */
  keepRevision(
    id: string,
    document: DocumentId,
    reason: RevisionRow['reason'],
    name: string,
    profile: string,
  ): Result<RevisionRow, Failure>
  /** A stored revision's article by the hash of its canonical JSON. */
  revision(hash: string): Result<Article, Failure>
  revisionBody(hash: string): Result<string, Failure>
  /** Told after every durable change, with the article read anew lazily. */
  onChange(listener: (document: DocumentId) => void): () => void
  close(document: DocumentId): void
  /** Replaces all of a document's rows by one garbage-collected state (a purge's last step). */
  replace(document: DocumentId, state: Uint8Array): Result<number, Failure>
}>

export type Person = Readonly<{ id: string; name: string; roles: readonly Role[] }>

/** Signed records, membership as they say it, and the keys this machine holds. */
export type RecordService = Readonly<{
  /** What every record opens with, for one signer and now: the newsroom and the memberships known. */
  base(profile: string, id: string): RecordBase
  /** Signs with the profile's unlocked key and stores. */
  sign(profile: string, record: NewsroomRecord): Result<SignedRecord, Failure>
  ofDocument(document: DocumentId): readonly SignedRecord[]
  /** The counting workflow records that no other follows: what the next one says it answers. */
  heads(document: DocumentId): readonly string[]
  all(): readonly SignedRecord[]
  byHash(hash: string): SignedRecord | undefined
  /** The newsroom this workspace trusts. */
  newsroom(): Readonly<{ name: string; rootKey: string; confirmed: boolean }> | null
  person(profile: string): Person | undefined
  people(): readonly Person[]
  /** True when the profile's key is open in this process. */
  unlocked(profile: string): boolean
  onChange(listener: (document: DocumentId | null) => void): () => void
}>

export type EventService = Readonly<{
  emit(event: WorkspaceEvent): void
  follow(after: number | null, signal?: AbortSignal): AsyncGenerator<SequencedEvent>
}>

export type JobControl = Readonly<{ signal: AbortSignal; progress(fraction: number | null): void }>
export type JobService = Readonly<{
  /** Starts work in the background; the same id starts nothing new. `work` answers the result's id. */
  start(
    job: Readonly<{ id: string; kind: JobView['kind']; subject: string }>,
    work: (control: JobControl) => Promise<Result<string, Failure>>,
  ): JobView
  list(): readonly JobView[]
  get(id: string): JobView | undefined
  cancel(id: string): JobView | undefined
  /** Settles when the job has ended. */
  ended(id: string): Promise<JobView>
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
/** Files by the SHA-256 of their bytes. */
export type AssetService = Readonly<{
  /** Durable when it settles: written aside, fsynced, renamed, folder fsynced, then a row (DESIGN §4). */
  add(file: Readonly<{ path: string; name: string }>): Promise<Result<StoredAsset, Failure>>
  find(hash: string): Result<StoredAsset, Failure>
  pathOf(hash: string): string
  /** A picture made from an original by a recipe, kept and reused. */
  derive(
    original: string,
    recipe: Readonly<{
      kind: 'picture'
      width: number
      height: number | null
      format: 'jpeg' | 'webp' | 'png'
      /** 1 to 100; 82 unless told. */
      quality?: number
    }>,
  ): Promise<
    Result<
      Readonly<{
        hash: string
        path: string
        bytes: number
        mediaType: string
        width: number
        height: number
      }>,
      Failure
    >
  >
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
  events: EventService
  jobs: JobService
  grants: GrantService
  assets: AssetService
}>

/** One client of the workspace: who is signed in there. Roles are asked of `records` each time. */
export type ClientContext = { readonly client: string; profile: string | null; readonly trusted: boolean }
