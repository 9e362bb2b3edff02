import type { Block } from '#domain/blocks.ts'
import type { PortalRendition, PortalText } from '#domain/portal-text.ts'
import { escapeHtml } from './escape.ts'
import { renderRuns } from './runs.ts'
import { fillWords, type PortalWords } from './words.ts'

/** Where a page finds a picture's file. */
export type PictureAddress = (file: PortalRendition) => string

/** Pages lie in a folder of their own beside the pictures'. */
export const inPackage: PictureAddress = ({ path }) => `../${path}`

/** A figure with its caption and credit; without files (none were made for it) only the words remain. */
export function renderFigure(
  block: Block,
  text: PortalText,
  words: PortalWords,
  address: PictureAddress,
): string {
  const renditions = (block.asset && text.pictures.get(block.asset)) || []
  const caption = [renderRuns(block.runs), renderCredit(block.credit ?? '', words)].filter(
    (part) => part !== '',
  )
  const figcaption = caption.length > 0 ? `<figcaption>${caption.join(' ')}</figcaption>` : ''
  const image = renderImage(renditions, block.alt ?? '', address)
  return image + figcaption === '' ? '' : `<figure>${image}${figcaption}</figure>`
}

function renderImage(renditions: readonly PortalRendition[], alt: string, address: PictureAddress): string {
  const [widest] = renditions
  if (!widest) return ''
  const set = [...renditions].reverse().map((file) => `${escapeHtml(address(file))} ${file.width}w`)
  const sources = set.length > 1 ? ` srcset="${set.join(', ')}" sizes="(max-width: 46rem) 100vw, 44rem"` : ''
  const size = `width="${widest.width}" height="${widest.height}"`
  return `<img src="${escapeHtml(address(widest))}"${sources} ${size} alt="${escapeHtml(alt)}" decoding="async">`
}

/** Credits are often written with their label already. */
function renderCredit(credit: string, words: PortalWords): string {
  if (credit.trim() === '') return ''
  const labelled = credit.includes(':') ? credit : fillWords(words.picture, { credit })
  return `<span class="credit"><bdi>${escapeHtml(labelled)}</bdi></span>`
}
