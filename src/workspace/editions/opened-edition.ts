import { type Failure, failure } from '#contract/failures.ts'
import { readEdition } from '#documents/edition/edition.ts'
import type { EditionChannel, EditionField } from '#domain/channels.ts'
import { type DocumentId, type EditionName, editionOf } from '#domain/document-id.ts'
import { deriveField, derivePictures } from '#domain/editions/deriving.ts'
import type { EditionContent } from '#domain/editions/edition.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { sha256Hex } from '../store/sha256.ts'
import { type EditionServices, editionChannel } from './edition-services.ts'
import { type FoundSource, sourceOfEdition } from './edition-source.ts'

/** A field as its source gives it now, and the hash of what it rests on. */
export type Offered = Readonly<{ field: EditionField; text: string; from: string }>

/** An edition beside its source, both as they are on disk. */
export type OpenedEdition = Readonly<{
  document: DocumentId
  name: EditionName
  channel: EditionChannel
  content: EditionContent
  /** Null when the source is not here, or in no such language any more: then nothing can be said to be stale. */
  source: FoundSource | null
  offered: readonly Offered[]
  /** Fields whose source changed, and `pictures`. */
  stale: readonly (EditionField | 'pictures')[]
}>

export type OpeningServices = Pick<EditionServices, 'documents' | 'records' | 'channels'>

export function openEdition(services: OpeningServices, document: DocumentId): Result<OpenedEdition, Failure> {
  const name = editionOf(document)
  if (!name) return fail(failure('document-unknown', { document }))
  const channel = editionChannel(services, name)
  if (!channel) return fail(failure('channel-unknown', { channel: name.channel }))
  const content = services.documents.inspect(document, (doc) => readEdition(doc, name))
  if (!content.ok) return content
  const found = sourceOfEdition(services, name)
  const source = found.ok ? found.value : null
  const offered = source
    ? offeredBy(
        channel,
        content.value.fields.map(({ field }) => field),
        source,
      )
    : []
  return succeed({
    document,
    name,
    channel,
    content: content.value,
    source,
    offered,
    stale: staleIn(content.value, offered, source),
  })
}

/** What the source gives for each field that the edition has. */
export function offeredBy(
  channel: EditionChannel,
  fields: readonly EditionField[],
  { source }: FoundSource,
): readonly Offered[] {
  return fields.map((field) => {
    const { text, parts } = deriveField(channel, field, source)
    return { field, text, from: sha256Hex(parts) }
  })
}

/** A field that was taken from nothing yet is not stale; the link waits for nobody once it is there. */
function staleIn(
  { fields, picturesFrom }: EditionContent,
  offered: readonly Offered[],
  source: FoundSource | null,
): OpenedEdition['stale'] {
  const stale = fields.flatMap(({ field, from }) => {
    const now = offered.find((each) => each.field === field)
    return now && from !== '' && now.from !== from ? [field] : []
  })
  if (!source || picturesFrom === '') return stale
  return sha256Hex(derivePictures(source.source).parts) === picturesFrom ? stale : [...stale, 'pictures']
}
