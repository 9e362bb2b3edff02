import type { Failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { Result } from '#domain/result.ts'
import type { BundledTexts, Services } from '../services.ts'
import type { PurgeCount } from '../store/purge-count.ts'

/** What bundles work with. */
export type BundleServices = Services &
  Readonly<{
    /** Judges all of a document that is about to leave (SEC1). */
    mayLeave: (document: DocumentId) => Result<null, Failure>
    texts: BundledTexts
    purges: Pick<PurgeCount, 'now'>
    /** Takes a clip in, as an import does: what it is, its bytes say. */
    takeClip: (file: Readonly<{ path: string; name: string }>) => Promise<Result<unknown, Failure>>
  }>
