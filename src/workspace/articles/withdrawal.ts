import { type Failure, failure } from '#contract/failures.ts'
import { articleDocument, type DocumentId } from '#domain/document-id.ts'
import { fail, type Result } from '#domain/result.ts'
import type { ClientContext } from '../binding/clients.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { Person } from '../records/record-service.ts'
import type { Services } from '../services.ts'

/** `act` is the client's id of what is done to the article `id`: a repeat signs nothing new. */
type Act = Readonly<{ id: string; act: string }>

/** Takes an article out of the working list, with a reason; nothing is deleted (SAFE2). */
export function withdrawArticle(
  services: Services,
  context: ClientContext,
  { id: article, act, reason }: Act & Readonly<{ reason: string }>,
): Result<unknown, Failure> {
  return signFor(services, context, article, (person, document) =>
    services.records.sign(person.id, {
      ...services.records.base(person.id, act),
      kind: 'withdrawal',
      document,
      note: reason.normalize('NFC'),
      answers: services.records.heads(document),
    }),
  )
}

/** Brings a withdrawn article back. */
export function reinstateArticle(
  services: Services,
  context: ClientContext,
  { id: article, act }: Act,
): Result<unknown, Failure> {
  return signFor(services, context, article, (person, document) =>
    services.records.sign(person.id, {
      ...services.records.base(person.id, act),
      kind: 'reinstatement',
      document,
      note: '',
      answers: services.records.heads(document),
    }),
  )
}

function signFor(
  services: Services,
  context: ClientContext,
  article: string,
  sign: (person: Person, document: DocumentId) => Result<unknown, Failure>,
): Result<unknown, Failure> {
  const person = signedIn(services, context)
  if (!person.ok) return person
  const document = articleDocument(article)
  if (!services.documents.exists(document)) return fail(failure('document-unknown', { document }))
  return sign(person.value, document)
}
