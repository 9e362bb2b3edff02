import { type Block, blockText, isPicture } from '#domain/blocks.ts'
import { countChu, countGraphemes } from '#domain/counting.ts'
import { translationOf } from '#domain/document-id.ts'
import { readMoment, showMoment } from '#domain/package-moment.ts'
import type { PortalText } from '#domain/portal-text.ts'
import { renderBody, titleBlock } from '#formats/portal-html/body.ts'
import { authorOf, embargoNotice } from '#formats/portal-html/page.ts'
import { portalWords } from '#formats/portal-html/words.ts'
import { pictureAssociations } from './pictures.ts'

/** IPTC ninjs 3.1: the schema that every item names and is valid against. */
const ninjsStandard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
} as const

/** One language of a portal package as ninjs 3.1 JSON, two spaces deep. Same text, same bytes (SAME1). */
export function renderNinjs(text: PortalText): string {
  return `${JSON.stringify(withoutEmpty(ninjsItem(text)), undefined, 2)}\n`
}

function ninjsItem(text: PortalText): Readonly<Record<string, unknown>> {
  const { metadata } = text.article
  return {
    uri: itemUri(text),
    standard: ninjsStandard,
    representationType: 'full',
    profile: text.preview ? 'preview' : 'article',
    version: text.revision,
    ...moments(text),
    pubStatus: text.preview ? 'withheld' : 'usable',
    edNote: notes(text).join(' '),
    language: text.language,
    title: plain(titleBlock(text)),
    by: authorOf(text),
    located: metadata.place,
    copyrightHolder: text.newsroom,
    usageTerms: metadata.rights,
    headlines: valued('main', plain(titleBlock(text))),
    descriptions: valued('lead', plain(text.article.blocks.find(({ kind }) => kind === 'lead'))),
    bodies: bodies(text),
    subjects: subjects(text),
    genres: metadata.genre === '' ? [] : [{ literal: metadata.genre }],
    places: metadata.place === '' ? [] : [{ name: metadata.place }],
    infoSources: metadata.source === '' ? [] : [{ name: metadata.source }],
    associations: [...pictureAssociations(text), ...originals(text)],
    altIds: [{ role: 'document', value: text.document }],
  }
}

/** The article itself by its id; a translation is an item of its own, told apart by its language. */
function itemUri({ articleId, document, language }: PortalText): string {
  return `urn:uuid:${articleId}${translationOf(document) ? `#${language}` : ''}`
}

/** Which item a translation is of. */
function originals({ articleId, document }: PortalText): readonly object[] {
  if (!translationOf(document)) return []
  return [
    {
      name: 'original',
      rel: 'translationOf',
      uri: `urn:uuid:${articleId}`,
      representationType: 'partial',
    },
  ]
}

function moments(text: PortalText): Readonly<Record<string, string>> {
  const { approvedAt, utcOffset } = text
  const approved = approvedAt === null ? '' : showMoment(approvedAt, utcOffset).iso
  const embargo = readMoment(text.article.metadata.embargo, utcOffset)
  return {
    firstCreated: approved,
    versionCreated: approved,
    embargoedUntil: embargo === undefined ? '' : showMoment(embargo, utcOffset).iso,
  }
}

function notes(text: PortalText): readonly string[] {
  const preview = text.preview ? [portalWords(text.language).preview] : []
  return text.article.metadata.embargo === '' ? preview : [...preview, embargoNotice(text)]
}

function subjects({ article: { metadata } }: PortalText): readonly object[] {
  return [
    ...(metadata.section === '' ? [] : [{ rel: 'section', literal: metadata.section }]),
    ...(metadata.topic === '' ? [] : [{ rel: 'topic', name: metadata.topic }]),
  ]
}

function bodies(text: PortalText): readonly object[] {
  const words = text.article.blocks
    .filter(({ kind }) => !isPicture(kind))
    .map((block) => blockText(block))
    .filter((paragraph) => paragraph.trim() !== '')
    .join('\n')
  const counts = { charCount: countGraphemes(words), wordCount: countChu(words) }
  return [
    { role: 'main', contentType: 'text/html', ...counts, value: renderBody(text) },
    { role: 'plain', contentType: 'text/plain', ...counts, value: words },
  ]
}

function valued(role: string, value: string): readonly object[] {
  return value === '' ? [] : [{ role, contentType: 'text/plain', value }]
}

function plain(block: Block | undefined): string {
  return block ? blockText(block).replace(/\s+/g, ' ').trim() : ''
}

/** ninjs says nothing rather than something empty. */
function withoutEmpty(item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const said = Object.entries(item).filter(
    ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(said)
}
