import { uuidv7 } from 'uuidv7'
import type { Failure } from '#contract/failures.ts'
import { failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { NewsroomRecord } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { sourceCited } from '#domain/revision.ts'
import type { ClientContext } from '../binding/clients.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'
import { submissionRefusal } from './permission.ts'
import { authorsNow } from './workflow-view.ts'

/** A text with a state-secret stamp, or one not judged yet, goes to nobody (SEC1). */
export type MayLeave = (document: DocumentId) => Result<null, Failure>

/** Keeps the text of now as a revision and signs it over for review; the same id sends nothing twice. */
export function submitDocument(
  services: Services,
  context: ClientContext,
  input: Readonly<{ id: string; document: DocumentId; note: string }>,
  mayLeave: MayLeave,
): Result<null, Failure> {
  const { documents, records } = services
  const { id, document } = input
  const person = signedIn(services, context)
  if (!person.ok) return person
  if (!documents.exists(document)) return fail(failure('document-unknown', { document }))
  const earlier = records.ofDocument(document).find((item) => item.record.id === id)?.record
  if (earlier) return isRepeat(earlier, person.value.id) ? succeed(null) : fail(failure('id-taken', { id }))
  const refusal = submissionRefusal(services, context, document)
  if (refusal) return fail(refusal)
  const leaves = mayLeave(document)
  if (!leaves.ok) return leaves
  const kept = documents.keepRevision(id, document, 'submitted', '', person.value.id)
  if (!kept.ok) return kept
  const source = keepSource(services, kept.value.revision, person.value.id)
  if (!source.ok) return source
  const trust = records.trustOf(document)
  const signed = records.sign(person.value.id, {
    ...records.base(person.value.id, id),
    kind: 'submission',
    document,
    revision: kept.value.revision,
    reached: documents.reached(document),
    authors: authorsNow(services, document, trust.standing),
    note: input.note.normalize('NFC'),
    answers: trust.heads,
  })
  if (!signed.ok) return signed
  services.events.emit({ kind: 'revisions', document })
  return succeed(null)
}

/** The text that a translation or subtitles were made from is kept with it: what changed since is asked later. */
function keepSource({ documents }: Services, revision: string, profile: string): Result<unknown, Failure> {
  const kept = documents.revision(revision)
  const source = kept.ok ? sourceCited(kept.value) : undefined
  if (!source || documents.revisionBody(source.revision).ok) return kept
  return documents.keepRevision(uuidv7(), source.document, 'automatic', '', profile)
}

function isRepeat({ kind, signer }: NewsroomRecord, profile: string): boolean {
  return kind === 'submission' && signer === profile
}
