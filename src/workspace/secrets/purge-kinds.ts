import type * as Y from 'yjs'
import type { Failure } from '#contract/failures.ts'
import { eraseEdition } from '#documents/edition/edition.ts'
import { eraseComments } from '#documents/translation/comments.ts'
import { type Erasure, eraseParts, wholeTranslation } from '#documents/translation/erase-texts.ts'
import {
  commentedTranslation,
  type DocumentId,
  editionOf,
  trackOf,
  translationOf,
} from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import { judgedField } from '#domain/secret-stamps.ts'
import { metadataBlock } from '#domain/segments/segments.ts'
import type { AlignedRow } from '#domain/translation/aligned-rows.ts'
import type { TranslationView } from '#domain/translation/view.ts'
import { openTranslation } from '../documents/opened-translation.ts'
import type { Services } from '../services.ts'
import type { Purge } from './purge-notes.ts'
import { purgedTogether } from './purge-story.ts'
import { eraseInTracks } from './purge-track.ts'

type KindServices = Pick<Services, 'documents' | 'store'>

/**
 * What a translation or its comments say is purged by edits of their own kind: what stands in the block goes, what
 * might have stood there before, and what is said of it. There is no earlier text to give back.
 */
export async function eraseOwn(services: KindServices, purge: Purge): Promise<Result<unknown, Failure>> {
  const { document, block, profile } = purge
  if (trackOf(document)) return eraseInTracks(services, purge)
  if (editionOf(document)) {
    return services.documents.edit(document, profile, (doc) =>
      eraseEdition(doc, (part) => block === null || part === block),
    )
  }
  if (commentedTranslation(document)) {
    return services.documents.edit(document, profile, (doc) =>
      eraseComments(doc, ({ id }) => block === null || id === block),
    )
  }
  const opened = openTranslation(services, document)
  if (!opened.ok) return opened
  const parts = block === null ? undefined : partsAt(opened.value.view, block)
  // comments first: an added sentence is known until it goes
  for (const each of [...purgedTogether(services.store.read, document)].reverse()) {
    if (!services.documents.exists(each)) continue
    const edited = await services.documents.edit(each, profile, (doc) => eraseIn(doc, each, parts))
    if (!edited.ok) return edited
  }
  return succeed(null)
}

/** What goes at a judged part: texts and own metadata by id and name, and comments by the rows they were made on. */
type Parts = Readonly<{ texts: ReadonlySet<string>; rows: ReadonlySet<string>; field: string | undefined }>

function eraseIn(doc: Y.Doc, document: DocumentId, parts: Parts | undefined): void {
  if (translationOf(document)) eraseParts(doc, parts ? erasureOf(parts) : wholeTranslation)
  else eraseComments(doc, ({ row }) => parts === undefined || parts.rows.has(row))
}

function erasureOf({ texts, field }: Parts): Erasure {
  return {
    text: (id) => texts.has(id),
    sentence: () => false,
    words: () => false,
    metadata: (name) => name === field,
  }
}

const hiddenPart = 'text/'

function partsAt({ rows, content }: TranslationView, block: string): Parts {
  const field = judgedField(block)
  if (block.startsWith(hiddenPart)) {
    const id = block.slice(hiddenPart.length)
    const about = rows.filter((row) => textsIn(row).includes(id)).map((row) => row.id)
    return { texts: new Set([id]), rows: new Set([...about, id.replace('/', '')]), field }
  }
  const here = rows.filter((row) => standsIn(row, block, field))
  const keys = new Set(here.flatMap((row) => (row.kind === 'sentence' ? [row.source.segment.key] : [])))
  const stood = content.texts.filter(
    ({ key, places }) => keys.has(key) || [...places.keys()].some((place) => isPlaceIn(place, block, field)),
  )
  const texts = new Set([...here.flatMap(textsIn), ...stood.map(({ id }) => id)])
  return { texts, rows: new Set(here.map(({ id }) => id)), field }
}

function standsIn(row: AlignedRow, block: string, field: string | undefined): boolean {
  const at = row.kind === 'added' ? row.after?.source : row.source
  if (!at) return false
  const { place } = at.segment
  return field === undefined ? place.block === block : place.block === metadataBlock && place.field === field
}

/** A place is `<block>/<field>/<ordinal>`. */
function isPlaceIn(place: string, block: string, field: string | undefined): boolean {
  return place.startsWith(field === undefined ? `${block}/` : `${metadataBlock}/${field}/`)
}

function textsIn(row: AlignedRow): readonly string[] {
  if (row.kind === 'added') return [`+/${row.text.id}`]
  const own = row.text ? [row.text.id] : []
  return [...own, ...row.variants.map(({ id }) => id), ...row.offers.map(({ text }) => text.id)]
}
