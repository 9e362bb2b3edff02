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
  }>
