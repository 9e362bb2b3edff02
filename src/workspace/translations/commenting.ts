import { type Failure, failure } from '#contract/failures.ts'
import type { TranslationComment } from '#contract/translations.ts'
import { addComment, commentsUpdate, readComments, resolveComment } from '#documents/translation/comments.ts'
import { commentsDocument, type DocumentId } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { rowSource } from '#domain/translation/composed-article.ts'
import { openTranslation } from '../documents/opened-translation.ts'
import type { Person } from '../records/record-service.ts'
import type { Services } from '../services.ts'
import { commentRows } from './comment-rows.ts'

type CommentServices = Pick<Services, 'documents' | 'records' | 'clock'>

export function listComments(
  services: CommentServices,
  document: DocumentId,
): Result<TranslationComment[], Failure> {
  const opened = openTranslation(services, document)
  if (!opened.ok) return opened
  const comments = commentsDocument(opened.value.name)
  if (!services.documents.exists(comments)) return succeed([])
  const read = services.documents.inspect(comments, readComments)
  if (!read.ok) return read
  return succeed(
    commentRows(opened.value.view, read.value).map(({ by, ...comment }) => ({
      ...comment,
      by: { id: by, name: services.records.person(by)?.name ?? '' },
    })),
  )
}

type NewComment = Readonly<{ document: DocumentId; row: string; id: string; text: string }>

export async function commentOn(
  services: CommentServices,
  { document, row, id, text }: NewComment,
  person: Person,
): Promise<Result<TranslationComment, Failure>> {
  const { documents, clock } = services
  const opened = openTranslation(services, document)
  if (!opened.ok) return opened
  const { name, view } = opened.value
  const found = view.rows.find((each) => each.id === row)
  if (!found) return fail(failure('row-unknown', { row }))
  const comments = commentsDocument(name)
  const made = await documents.create(comments, name.language, commentsUpdate(), person.id)
  if (!made.ok) return made
  const source = plainText(rowSource(found))
  const comment = { id, row, source, text: text.normalize('NFC'), by: person.id, at: clock.now() }
  const saved = await documents.edit(comments, person.id, (doc) => addComment(doc, comment))
  return saved.ok ? findComment(services, document, id) : saved
}

export async function settleComment(
  services: CommentServices,
  { document, comment, resolved }: Readonly<{ document: DocumentId; comment: string; resolved: boolean }>,
  person: Person,
): Promise<Result<TranslationComment, Failure>> {
  const found = findComment(services, document, comment)
  if (!found.ok) return found
  const opened = openTranslation(services, document)
  if (!opened.ok) return opened
  const comments = commentsDocument(opened.value.name)
  const saved = await services.documents.edit(comments, person.id, (doc) =>
    resolveComment(doc, comment, resolved ? person.id : null),
  )
  return saved.ok ? findComment(services, document, comment) : saved
}

function findComment(
  services: CommentServices,
  document: DocumentId,
  id: string,
): Result<TranslationComment, Failure> {
  const comments = listComments(services, document)
  if (!comments.ok) return comments
  const found = comments.value.find((comment) => comment.id === id)
  return found ? succeed(found) : fail(failure('not-found', { what: id }))
}
