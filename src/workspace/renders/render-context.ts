import type { Failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { RenderPreset } from '#domain/renders/preset.ts'
import type { Result } from '#domain/result.ts'
import type { Services } from '../services.ts'
import type { FontHashes } from './font-hashes.ts'

/** What renders need of the workspace; what belongs to other capabilities comes as functions. */
export type RenderContext = Pick<
  Services,
  'assets' | 'media' | 'clips' | 'documents' | 'records' | 'store' | 'jobs' | 'events' | 'clock' | 'paths'
> &
  Readonly<{
    presets: ReadonlyMap<string, RenderPreset>
    fontHashes: FontHashes
    /** The approved revision of a document that may be shown to others now (FLOW2); null without one. */
    approvedRevision(document: DocumentId): Readonly<{ revision: string }> | null
    /** Refuses a document with a stamp or an unjudged block (SEC1). */
    mayLeave(document: DocumentId): Result<unknown, Failure>
  }>
