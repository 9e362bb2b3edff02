import { type Failure, failure } from '#contract/failures.ts'
import { translationUpdate } from '#documents/translation/edit-translation.ts'
import { articleDocument, type DocumentId, translationDocument } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Person } from '../records/record-service.ts'
import type { Services } from '../services.ts'

/** Begins a translation, or finds the one that is there. Its language is written in the one canonical way. */
export async function createTranslation(
  { documents }: Pick<Services, 'documents'>,
  input: Readonly<{ article: string; language: string }>,
  person: Person,
): Promise<Result<DocumentId, Failure>> {
  const source = documents.read(articleDocument(input.article))
  if (!source.ok) return source
  const [language = input.language] = Intl.getCanonicalLocales(input.language)
  if (language === source.value.metadata.language) return fail(failure('same-language', { language }))
  const name = { article: input.article, language }
  const document = translationDocument(name)
  const created = await documents.create(document, language, translationUpdate(name), person.id)
  return created.ok ? succeed(document) : created
}
