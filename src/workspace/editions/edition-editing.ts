import { type Failure, failure } from '#contract/failures.ts'
import {
  arrangePictures,
  changeField,
  editionUpdate,
  noteFrom,
  readEdition,
  takeField,
  takeMedia,
} from '#documents/edition/edition.ts'
import type { EditionField } from '#domain/channels.ts'
import { type DocumentId, type EditionName, editionDocument } from '#domain/document-id.ts'
import { derivePictures } from '#domain/editions/deriving.ts'
import { fieldsOf } from '#domain/editions/edition-fields.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { SentBatch } from '../documents/batches.ts'
import { sha256Hex } from '../store/sha256.ts'
import { type EditionServices, editionChannel } from './edition-services.ts'
import { sourceOfEdition } from './edition-source.ts'
import { offeredBy, openEdition } from './opened-edition.ts'

/** Begins an edition from what its source says now, or finds the one that is there. */
export async function createEdition(
  services: EditionServices,
  input: EditionName,
  profile: string,
): Promise<Result<DocumentId, Failure>> {
  const [language = input.language] = Intl.getCanonicalLocales(input.language)
  const name = { article: input.article, channel: input.channel, language }
  const channel = editionChannel(services, name)
  if (!channel) return fail(failure('channel-unknown', { channel: name.channel }))
  if (!channel.languages.includes(language)) {
    return fail(failure('channel-language', { channel: channel.id, language }))
  }
  const document = editionDocument(name)
  if (services.documents.exists(document)) return succeed(document)
  const source = sourceOfEdition(services, name)
  if (!source.ok) return source
  const media = derivePictures(source.value.source)
  const first = editionUpdate(
    name,
    channel.kind,
    {
      fields: offeredBy(channel, fieldsOf(channel.kind), source.value),
      media: { ...media, from: sha256Hex(media.parts) },
    },
    sha256Hex,
  )
  const created = await services.documents.create(document, language, first, profile)
  return created.ok ? succeed(document) : created
}

type Writing = Readonly<{
  document: DocumentId
  field: EditionField
  before: string
  text: string
  profile: string
  sent?: SentBatch | undefined
}>

/** Writes a field; what others wrote meanwhile stays. Text is kept in NFC with plain line ends. */
export function writeField(services: EditionServices, writing: Writing): Promise<Result<number, Failure>> {
  const { document, field, profile, sent } = writing
  const opened = openEdition(services, document)
  if (!opened.ok) return Promise.resolve(opened)
  if (!opened.value.content.fields.some((each) => each.field === field)) {
    return Promise.resolve(fail(failure('not-found', { what: field })))
  }
  const [before, text] = [writing.before, writing.text].map(cleaned)
  return services.documents.edit(
    document,
    profile,
    (doc) => changeField(doc, field, before ?? '', text ?? ''),
    sent,
  )
}

function cleaned(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC')
}

/** Settles a stale mark, by taking what the source gives now or by keeping what is written. */
export async function refreshField(
  services: EditionServices,
  {
    document,
    field,
    how,
    profile,
  }: Readonly<{
    document: DocumentId
    field: EditionField | 'pictures'
    how: 'take' | 'keep'
    profile: string
  }>,
): Promise<Result<number, Failure>> {
  const opened = openEdition(services, document)
  if (!opened.ok) return opened
  const { source, offered } = opened.value
  if (!source) return fail(failure('document-unknown', { document }))
  if (field === 'pictures') {
    const media = derivePictures(source.source)
    const from = sha256Hex(media.parts)
    return services.documents.edit(document, profile, (doc) =>
      how === 'take' ? takeMedia(doc, { ...media, from }) : noteFrom(doc, field, from),
    )
  }
  const now = offered.find((each) => each.field === field)
  if (!now) return fail(failure('not-found', { what: field }))
  return services.documents.edit(document, profile, (doc) =>
    how === 'take' ? takeField(doc, now) : noteFrom(doc, field, now.from),
  )
}

/** Sets which of the edition's and its source's pictures are posted, and in which order. */
export async function arrangeEdition(
  services: EditionServices,
  {
    document,
    pictures,
    profile,
  }: Readonly<{ document: DocumentId; pictures: readonly string[]; profile: string }>,
): Promise<Result<number, Failure>> {
  const opened = openEdition(services, document)
  if (!opened.ok) return opened
  const { content, source, name } = opened.value
  const offered = source ? derivePictures(source.source).pictures : []
  const known = new Map([...offered, ...content.pictures].map((picture) => [picture.asset, picture]))
  const unknown = pictures.find((asset) => !known.has(asset))
  if (unknown !== undefined) return fail(failure('asset-missing', { asset: unknown }))
  return services.documents.edit(document, profile, (doc) => {
    const now = new Map(readEdition(doc, name).pictures.map((picture) => [picture.asset, picture]))
    const chosen = [...new Set(pictures)].flatMap((asset) => now.get(asset) ?? known.get(asset) ?? [])
    arrangePictures(doc, chosen)
  })
}
