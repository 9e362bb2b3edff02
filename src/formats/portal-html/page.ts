import { blockText } from '#domain/blocks.ts'
import { type PortalTemplate, portalTemplate, textPaths } from '#domain/package-manifest.ts'
import { readMoment, showMoment } from '#domain/package-moment.ts'
import type { PortalText } from '#domain/portal-text.ts'
import { renderBody, titleBlock } from './body.ts'
import { escapeHtml } from './escape.ts'
import type { PictureAddress } from './figure.ts'
import { renderRuns } from './runs.ts'
import { pageStyle } from './style.ts'
import { fillWords, portalWords, textDirection } from './words.ts'

export type PageMaking = Readonly<{
  /** The form of the page; today's unless told. */
  template?: PortalTemplate
  /** Where its pictures are when it is only looked at, before a package is made: then the page says so. */
  onScreen?: PictureAddress
}>

/** One language of a portal package as a whole accessible page without scripts. Same text, same bytes (SAME1). */
export function renderPage(text: PortalText, making: PageMaking = {}): string {
  const { template = portalTemplate, onScreen } = making
  const language = escapeHtml(text.language)
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${textDirection(text.language)}">`,
    '<head>',
    ...renderHead(text, template),
    '</head>',
    '<body>',
    ...(onScreen && !text.preview ? [banner(portalWords(text.language).onScreen)] : []),
    ...banners(text),
    '<main>',
    '<article>',
    ...renderHeader(text),
    renderBody(text, onScreen),
    ...renderFooter(text),
    '</article>',
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function plainTitle(text: PortalText): string {
  const title = titleBlock(text)
  return title ? blockText(title).replace(/\s+/g, ' ').trim() : portalWords(text.language).untitled
}

function renderHead(text: PortalText, template: PortalTemplate): readonly string[] {
  const lead = text.article.blocks.find((block) => block.kind === 'lead')
  const description = lead ? blockText(lead).replace(/\s+/g, ' ').trim() : ''
  const name = text.preview ? `${portalWords(text.language).preview} ${plainTitle(text)}` : plainTitle(text)
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ...(text.preview ? ['<meta name="robots" content="noindex">'] : []),
    `<title>${escapeHtml(name)}</title>`,
    ...named('description', description),
    ...named('author', authorOf(text)),
    ...otherLanguages(text),
    `<style>${pageStyle(template)}</style>`,
  ]
}

/** Every language of the package, itself too: search engines believe only what each page says of all. */
function otherLanguages(text: PortalText): readonly string[] {
  if (text.languages.length < 2) return []
  return text.languages.map(
    (language) =>
      `<link rel="alternate" hreflang="${escapeHtml(language)}" href="${escapeHtml(pageAddress(language))}">`,
  )
}

/** From one language's page to another's in the same package. */
function pageAddress(language: string): string {
  return `../${textPaths(language).page}`
}

/** The other languages by their own names, for readers; the page of one language alone has none. */
function renderLanguages(text: PortalText): readonly string[] {
  const others = text.languages.filter((language) => language !== text.language)
  if (others.length === 0) return []
  const links = others.map((language) => {
    const tag = escapeHtml(language)
    const name = escapeHtml(portalWords(language).name)
    return `<a lang="${tag}" hreflang="${tag}" href="${escapeHtml(pageAddress(language))}">${name}</a>`
  })
  const label = escapeHtml(portalWords(text.language).languages)
  return [`<nav class="meta" aria-label="${label}">${links.join(' · ')}</nav>`]
}

function named(name: string, content: string): readonly string[] {
  return content === '' ? [] : [`<meta name="${name}" content="${escapeHtml(content)}">`]
}

function banners(text: PortalText): readonly string[] {
  const { embargo } = text.article.metadata
  return [
    ...(text.preview ? [banner(portalWords(text.language).preview)] : []),
    ...(embargo === '' ? [] : [banner(embargoNotice(text))]),
  ]
}

function banner(notice: string): string {
  return `<p class="preview" role="note">${escapeHtml(notice)}</p>`
}

/** When the text may be published, in its language; as it was written when that is no date. */
export function embargoNotice({ article, language, utcOffset }: PortalText): string {
  const words = portalWords(language)
  const { embargo } = article.metadata
  const at = readMoment(embargo, utcOffset)
  const moment = at === undefined ? embargo : fillWords(words.date, showMoment(at, utcOffset))
  return fillWords(words.embargo, { moment })
}

function renderHeader(text: PortalText): readonly string[] {
  const title = titleBlock(text)
  const heading = title ? renderRuns(title.runs) : escapeHtml(plainTitle(text))
  const place = text.article.metadata.place.trim()
  const parts = [place === '' ? '' : `<bdi>${escapeHtml(place)}</bdi>`, renderDate(text)].filter(
    (part) => part !== '',
  )
  return [
    '<header>',
    `<h1>${heading}</h1>`,
    ...(parts.length > 0 ? [`<p class="meta">${parts.join(' · ')}</p>`] : []),
    ...renderLanguages(text),
    '</header>',
  ]
}

function renderDate({ approvedAt, language, utcOffset }: PortalText): string {
  if (approvedAt === null) return ''
  const moment = showMoment(approvedAt, utcOffset)
  return `<time datetime="${moment.iso}">${fillWords(portalWords(language).date, moment)}</time>`
}

/** The name a reader knows the author by. */
export function authorOf({ article: { metadata } }: PortalText): string {
  return (metadata.penName || metadata.byline).trim()
}

function renderFooter(text: PortalText): readonly string[] {
  const { source, rights } = text.article.metadata
  const words = portalWords(text.language)
  const lines = [
    ...line('byline', authorOf(text)),
    ...line('meta', source.trim() === '' ? '' : fillWords(words.source, { source: source.trim() })),
    ...line('meta', rights.trim()),
  ]
  return lines.length > 0 ? ['<footer>', ...lines, '</footer>'] : []
}

function line(name: string, content: string): readonly string[] {
  return content === '' ? [] : [`<p class="${name}">${escapeHtml(content)}</p>`]
}
