import type { DemandView, PublicationQuery, PublicationView } from '#contract/publications.ts'
import { articleTitle } from '#domain/article.ts'
import { articleDocument, type DocumentId, storyOf } from '#domain/document-id.ts'
import { showMoment } from '#domain/package-moment.ts'
import { type DemandStanding, type Posting, postingsOf } from '#domain/publications/postings.ts'
import { verdictOf } from '#domain/trust.ts'
import type { Services } from '../services.ts'

type ViewServices = Pick<Services, 'records' | 'documents' | 'store'>

/** Everything that was posted, as far as records say; the newest first. */
export function listPublications(
  services: ViewServices,
  query: PublicationQuery,
  utcOffset: string,
): PublicationView[] {
  return postedDocuments(services, query.article)
    .flatMap((document) => postingsOf(services.records.ofDocument(document)))
    .filter((posting) => isAsked(posting, query, utcOffset))
    .sort(
      (left, right) =>
        right.signed.record.postedAt - left.signed.record.postedAt ||
        (left.signed.hash < right.signed.hash ? -1 : 1),
    )
    .slice(0, query.limit)
    .map((posting) => viewPosting(services, posting))
}

function postedDocuments({ store }: ViewServices, article: string | null): readonly DocumentId[] {
  const documents = store.read
    .prepare<[], DocumentId>(
      "SELECT DISTINCT document FROM records WHERE kind = 'publication' ORDER BY document",
    )
    .pluck()
    .all() as DocumentId[]
  return documents.filter((document) => article === null || storyOf(document) === article)
}

function isAsked(
  { signed }: Posting,
  { channel, language, month }: PublicationQuery,
  utcOffset: string,
): boolean {
  const { record } = signed
  return (
    (channel === null || record.channel === channel) &&
    (language === null || record.language === language) &&
    (month === null || monthOf(record.postedAt, utcOffset) === month)
  )
}

/** The calendar month of a moment in the newsroom's own zone, such as 2026-11. */
function monthOf(at: number, utcOffset: string): string {
  const { year, month } = showMoment(at, utcOffset)
  return `${year}-${month}`
}

export function viewPosting(services: ViewServices, { signed, demands }: Posting): PublicationView {
  const { record, hash } = signed
  const article = storyOf(record.document)
  const story = services.documents.read(articleDocument(article))
  const own = services.documents.read(record.document as DocumentId)
  const { problem } = services.records.trustOf(record.document as DocumentId)
  const title = own.ok ? articleTitle(own.value) : ''
  return {
    record: hash,
    article,
    title: title || (story.ok ? articleTitle(story.value) : ''),
    topic: story.ok ? story.value.metadata.topic : '',
    section: story.ok ? story.value.metadata.section : '',
    channel: record.channel,
    language: record.language,
    package: record.package,
    revision: record.revision,
    where: record.where,
    url: record.url,
    postedAt: record.postedAt,
    note: record.note,
    screenshot: record.screenshot,
    by: personIn(services, record.signer),
    verdict: verdictOf(problem(hash) ?? null).kind,
    demands: demands.map((demand) => viewDemand(services, demand)),
  }
}

function viewDemand(services: ViewServices, { first, doneAt, url }: DemandStanding): DemandView {
  const { kind, ground, reason, askedAt, deadline, signer } = first.record
  return {
    record: first.hash,
    kind,
    ground,
    reason,
    askedAt,
    deadline,
    doneAt,
    url,
    by: personIn(services, signer),
  }
}

function personIn({ records }: ViewServices, id: string): PublicationView['by'] {
  return { id, name: records.person(id)?.name ?? '' }
}
