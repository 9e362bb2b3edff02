import { type Block, blockText } from '#domain/blocks.ts'
import type { PortalRendition, PortalText } from '#domain/portal-text.ts'

/** The article's pictures in reading order as associated items, each with its files. */
export function pictureAssociations(text: PortalText): readonly object[] {
  return text.article.blocks
    .filter(({ kind }) => kind === 'figure')
    .flatMap((block) => association(block, text))
    .map((item, index) => ({ name: `picture-${index + 1}`, ...item }))
}

function association(block: Block, text: PortalText): readonly object[] {
  const renditions = block.asset === undefined ? undefined : text.pictures.get(block.asset)
  if (block.asset === undefined || !renditions || renditions.length === 0) return []
  const credit = block.credit?.trim() ?? ''
  return [
    {
      rel: 'picture',
      uri: hashUri(block.asset),
      representationType: 'full',
      pubStatus: text.preview ? 'withheld' : 'usable',
      language: text.language,
      ...(credit === '' ? {} : { by: credit, copyrightNotice: credit }),
      descriptions: [...described('caption', blockText(block)), ...described('altText', block.alt ?? '')],
      renditions: renditions.map(rendition),
    },
  ]
}

function described(role: string, value: string): readonly object[] {
  return value.trim() === '' ? [] : [{ role, contentType: 'text/plain', value: value.trim() }]
}

/** `href` must be absolute and a package is nowhere yet: it names the bytes; `title` is the path inside. */
function rendition(file: PortalRendition): object {
  return {
    name: file.rendition,
    href: hashUri(file.sha256),
    title: file.path,
    contentType: file.mediaType,
    width: file.width,
    height: file.height,
    sizeInBytes: file.bytes,
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A file named by its SHA-256 as RFC 6920 writes it: `ni:///sha-256;` and the hash in base64url. */
export function hashUri(sha256: string): string {
  const bits = [...sha256].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
  const sextets = bits.match(/.{1,6}/g) ?? []
  const digits = sextets.map((sextet) => alphabet[Number.parseInt(sextet.padEnd(6, '0'), 2)])
  return `ni:///sha-256;${digits.join('')}`
}
