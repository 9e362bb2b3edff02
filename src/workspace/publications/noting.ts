import { type Failure, failure } from '#contract/failures.ts'
import { type Channel, isPortal } from '#domain/channels.ts'
import {
  articleDocument,
  type DocumentId,
  editionDocument,
  translationDocument,
} from '#domain/document-id.ts'
import { deadlineOf, deadlineRules } from '#domain/publications/deadlines.ts'
import { isPosting, type Posting, postingsOf } from '#domain/publications/postings.ts'
import type { NewsroomRecord } from '#domain/records.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import deadlines from '#resources/publications/deadlines.json' with { type: 'json' }
import type { ClientContext } from '../binding/clients.ts'
import { signedIn } from '../binding/signed-in.ts'
import type { Services } from '../services.ts'

export type PublicationServices = Services & Readonly<{ channels: readonly Channel[] }>

const rules = deadlineRules.parse(deadlines)

export type Noting = Readonly<{
  id: string
  article: string
  channel: string
  language: string
  package: string | null
  where: string
  url: string
  postedAt: number
  note: string
  screenshot: string | null
}>

/** Signs that a text stands somewhere; the same id signs nothing twice. */
export function notePosting(
  services: PublicationServices,
  client: ClientContext,
  noting: Noting,
): Result<Posting, Failure> {
  const { id, channel, language, url, postedAt, screenshot } = noting
  const found = postedDocument(services, noting)
  if (!found.ok) return found
  const document = found.value
  if (screenshot !== null) {
    const asset = services.assets.find(screenshot)
    if (!asset.ok) return asset
  }
  const { approved } = services.records.trustOf(document).standing
  const posted = packageOf(services, noting)
  if (!posted.ok) return posted
  const words = { where: noting.where.normalize('NFC'), note: noting.note.normalize('NFC') }
  return signOnce(services, client, { id, document, texts: Object.values(words) }, (base) => ({
    ...base,
    kind: 'publication',
    document,
    channel,
    language,
    package: noting.package,
    revision: approved?.submission.record.revision ?? null,
    ...words,
    url,
    postedAt,
    screenshot,
  }))
}

/** The edition that was posted; of a portal, the article or its translation. */
function postedDocument(
  { channels, documents }: PublicationServices,
  { article, channel: id, language }: Noting,
): Result<DocumentId, Failure> {
  const channel = channels.find((each) => each.id === id)
  if (!channel) return fail(failure('channel-unknown', { channel: id }))
  const story = documents.read(articleDocument(article))
  if (!story.ok) return story
  const text =
    story.value.metadata.language === language
      ? articleDocument(article)
      : translationDocument({ article, language })
  const document = isPortal(channel) ? text : editionDocument({ article, channel: id, language })
  return documents.exists(document) ? succeed(document) : fail(failure('document-unknown', { document }))
}

function packageOf(
  { store }: PublicationServices,
  { package: id, article, channel }: Noting,
): Result<null, Failure> {
  if (id === null) return succeed(null)
  const row = store.read
    .prepare<[string, string, string], unknown>(
      'SELECT 1 FROM packages WHERE id = ? AND article = ? AND channel = ?',
    )
    .get(id, article, channel)
  return row === undefined ? fail(failure('not-found', { what: id })) : succeed(null)
}

export type Demanding = Readonly<{
  id: string
  kind: 'correction' | 'takedown'
  publication: string
  ground: 'authority' | 'complaint' | 'own'
  reason: string
  askedAt: number
  doneAt: number | null
  answers: string | null
  url: string
}>

/** Signs that a posting is to be corrected or taken down, or was. */
export function noteDemand(
  services: PublicationServices,
  client: ClientContext,
  demanding: Demanding,
): Result<Posting, Failure> {
  const { id, kind, publication, ground, askedAt, doneAt, url } = demanding
  const posting = services.records.byHash(publication)
  if (!posting || !isPosting(posting)) return fail(failure('not-found', { what: publication }))
  const first = demanding.answers === null ? undefined : services.records.byHash(demanding.answers)
  if (demanding.answers !== null && first?.record.kind !== kind) {
    return fail(failure('not-found', { what: demanding.answers }))
  }
  const document = posting.record.document as DocumentId
  const reason = demanding.reason.normalize('NFC')
  return signOnce(services, client, { id, document, texts: [reason], publication }, (base) => {
    const said = {
      ...base,
      document,
      publication,
      ground,
      reason,
      askedAt,
      deadline: deadlineOf(rules, { kind, ground, askedAt }),
      doneAt,
      answers: first ? [first.hash] : [],
    }
    return kind === 'correction' ? { ...said, kind, url } : { ...said, kind }
  })
}

type Act = Readonly<{ id: string; document: DocumentId; texts: readonly string[]; publication?: string }>

/** What is noted is read by others: no stamp in it (SEC1). Answers the posting as it stands then. */
function signOnce(
  services: PublicationServices,
  client: ClientContext,
  { id, document, texts, publication }: Act,
  record: (base: ReturnType<Services['records']['base']>) => NewsroomRecord,
): Result<Posting, Failure> {
  const person = signedIn(services, client)
  if (!person.ok) return person
  const stamp = texts.map((text) => findStamp(text)).find((found) => found !== undefined)
  if (stamp) return fail(failure('secret-stamp', { where: document, ...stamp }))
  const earlier = services.records.ofDocument(document).find((signed) => signed.record.id === id)
  if (earlier && earlier.record.signer !== person.value.id) return fail(failure('id-taken', { id }))
  const signed = earlier
    ? succeed(earlier)
    : services.records.sign(person.value.id, record(services.records.base(person.value.id, id)))
  if (!signed.ok) return signed
  services.events.emit({ kind: 'publications' })
  const wanted = publication ?? signed.value.hash
  const found = postingsOf(services.records.ofDocument(document)).find((each) => each.signed.hash === wanted)
  return found ? succeed(found) : fail(failure('not-found', { what: wanted }))
}
