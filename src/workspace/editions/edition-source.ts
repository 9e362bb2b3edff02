import type { Failure } from '#contract/failures.ts'
import { type Channel, isPortal } from '#domain/channels.ts'
import {
  articleDocument,
  type DocumentId,
  type EditionName,
  translationDocument,
} from '#domain/document-id.ts'
import type { EditionSource } from '#domain/editions/deriving.ts'
import { type Result, succeed } from '#domain/result.ts'
import type { Services } from '../services.ts'

export type FoundSource = Readonly<{ document: DocumentId; source: EditionSource }>

type SourceServices = Pick<Services, 'documents' | 'records'> & Readonly<{ channels: readonly Channel[] }>

/** What an edition is made from, as it stands now: the article where that is its language, else its translation. */
export function sourceOfEdition(
  services: SourceServices,
  { article, language }: EditionName,
): Result<FoundSource, Failure> {
  const own = articleDocument(article)
  const story = services.documents.read(own)
  if (!story.ok) return story
  const isOwn = story.value.metadata.language === language
  const document = isOwn ? own : translationDocument({ article, language })
  const read = isOwn ? story : services.documents.read(document)
  if (!read.ok) return read
  // topic, place and usage are the story's own: a translation has none of its own
  const { topic, place, embargo, internal } = story.value.metadata
  const metadata = {
    ...read.value.metadata,
    topic: read.value.metadata.topic || topic,
    place: read.value.metadata.place || place,
    embargo,
    internal,
  }
  return succeed({
    document,
    source: { article: { ...read.value, metadata }, portalUrl: portalUrl(services, document) },
  })
}

/** Where the newest note says that the text stands on a portal. */
function portalUrl({ records, channels }: SourceServices, document: DocumentId): string {
  const portals = channels.filter(isPortal).map(({ id }) => id)
  const noted = records
    .ofDocument(document)
    .flatMap(({ record }) =>
      record.kind === 'publication' && portals.includes(record.channel) ? [record] : [],
    )
    .filter(({ url }) => url !== '')
    .sort((left, right) => left.postedAt - right.postedAt)
  return noted.at(-1)?.url ?? ''
}
