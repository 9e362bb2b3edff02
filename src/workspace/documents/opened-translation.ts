import type * as Y from 'yjs'
import { type Failure, failure } from '#contract/failures.ts'
import { noteStanding } from '#documents/translation/row-edits.ts'
import type { Article } from '#domain/article.ts'
import { articleDocument, type DocumentId, type TranslationName, translationOf } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { TranslationView } from '#domain/translation/view.ts'
import type { SentBatch } from './batches.ts'
import { readSource, viewDocument, viewOnce } from './content.ts'
import type { DocumentService } from './document-service.ts'

export type OpenedTranslation = Readonly<{
  document: DocumentId
  name: TranslationName
  view: TranslationView
}>

type DocumentServices = Readonly<{ documents: DocumentService }>

/** A translation beside its source, both as they are on disk. */
export function openTranslation(
  services: DocumentServices,
  document: DocumentId,
): Result<OpenedTranslation, Failure> {
  const found = sourceOf(services, document)
  if (!found.ok) return found
  const { name, source } = found.value
  const view = services.documents.inspect(document, (doc) => viewOnce(doc, source))
  return view.ok ? succeed({ document, name, view: view.value }) : view
}

export type SourceOfTranslation = Readonly<{ name: TranslationName; source: Article }>

export function sourceOf(
  { documents }: DocumentServices,
  document: DocumentId,
): Result<SourceOfTranslation, Failure> {
  const name = translationOf(document)
  if (!name) return fail(failure('document-unknown', { document }))
  const source = documents.inspect(articleDocument(name.article), readSource)
  return source.ok ? succeed({ name, source: source.value }) : source
}

/**
 * Changes a translation with its rows at hand; settles when it is on disk. What `change` refuses changes nothing.
 * `viewAgain` looks at what was changed so far.
 */
export async function editTranslation<Value>(
  services: DocumentServices,
  document: DocumentId,
  profile: string,
  change: (doc: Y.Doc, view: TranslationView, viewAgain: () => TranslationView) => Result<Value, Failure>,
  sent?: SentBatch,
): Promise<Result<Value, Failure>> {
  const found = sourceOf(services, document)
  if (!found.ok) return found
  const { source } = found.value
  let outcome: Result<Value, Failure> = fail(failure('document-unknown', { document }))
  const carryOut = (doc: Y.Doc): void => {
    const view = viewOnce(doc, source)
    outcome = change(doc, view, () => viewDocument(doc, source))
    if (outcome.ok) noteStanding(doc, view)
  }
  const edited = await services.documents.edit(document, profile, carryOut, sent)
  return edited.ok ? outcome : edited
}
