import { type Block, blockText } from '#domain/blocks.ts'
import type { PortalText } from '#domain/portal-text.ts'
import { assertNever } from '#domain/result.ts'
import { escapeHtml } from './escape.ts'
import { inPackage, type PictureAddress, renderFigure } from './figure.ts'
import { isListItem, renderList } from './lists.ts'
import { renderRuns } from './runs.ts'
import { portalWords } from './words.ts'

/** The article's title block, which the page shows as its only h1. */
export function titleBlock(text: PortalText): Block | undefined {
  return text.article.blocks.find((block) => block.kind === 'title' && blockText(block).trim() !== '')
}

/** All blocks but that title (further ones become headings), as HTML in reading order, one group of list items or quotes as one element. */
export function renderBody(text: PortalText, address: PictureAddress = inPackage): string {
  const title = titleBlock(text)
  const blocks = text.article.blocks.filter((block) => block !== title)
  const first = blocks.find((block) => block.kind === 'paragraph')
  return groups(blocks)
    .map((group) => renderGroup(group, { text, first, address }))
    .filter((html) => html !== '')
    .join('\n')
}

function groups(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const grouped: Block[][] = []
  for (const block of blocks) {
    const last = grouped.at(-1)
    if (last?.[0] && belongTogether(last[0], block)) last.push(block)
    else grouped.push([block])
  }
  return grouped
}

function belongTogether(left: Block, right: Block): boolean {
  return (isListItem(left) && isListItem(right)) || (left.kind === 'quote' && right.kind === 'quote')
}

type Around = Readonly<{ text: PortalText; first: Block | undefined; address: PictureAddress }>

function renderGroup(group: readonly Block[], around: Around): string {
  const [block] = group
  if (!block) return ''
  if (isListItem(block)) return renderList(group.filter(isListItem))
  if (block.kind === 'quote')
    return `<blockquote>${group.map((each) => renderParagraph(each, '')).join('')}</blockquote>`
  return renderBlock(block, around)
}

function renderBlock(block: Block, { text, first, address }: Around): string {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return wrap('h2', block)
    case 'lead':
      return wrap('p class="lead"', block)
    case 'paragraph':
      return renderParagraph(block, block === first ? text.article.metadata.dateline : '')
    case 'figure':
      return renderFigure(block, text, portalWords(text.language), address)
    case 'clip':
      return wrap('p', block)
    case 'divider':
      return '<hr>'
    case 'bullet':
    case 'number':
      return renderList([{ ...block, kind: block.kind }])
    case 'quote':
      return `<blockquote>${renderParagraph(block, '')}</blockquote>`
    default:
      return assertNever(block.kind)
  }
}

function renderParagraph(block: Block, dateline: string): string {
  const line = dateline.trim()
  if (line === '' || blockText(block).startsWith(line)) return wrap('p', block)
  return `<p><bdi class="dateline">${escapeHtml(line)}</bdi> – ${renderRuns(block.runs)}</p>`
}

/** Blocks without a word are spacing, which is the page's own affair. */
function wrap(tag: string, block: Block): string {
  const [name = ''] = tag.split(' ')
  return blockText(block).trim() === '' ? '' : `<${tag}>${renderRuns(block.runs)}</${name}>`
}
