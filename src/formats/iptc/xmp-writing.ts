import { type PictureTexts, textNames, textProperties, xmpNamespaces } from './xmp-names.ts'
import { readXmp } from './xmp-reading.ts'

/** Longer packets do not fit a JPEG segment. */
const packetLimit = 60_000
const end = '</rdf:RDF>'

/**
 * An XMP packet that says all of `texts`. An original packet is kept as it is, with a description added for
 * what it leaves out; only one that is too long or has no RDF is made anew.
 */
export function writeXmp(texts: PictureTexts, original: string | undefined): string {
  if (original !== undefined && original.length <= packetLimit && original.includes(end)) {
    const said = readXmp(original)
    const missing = textNames.filter((name) => texts[name] !== '' && (said[name] ?? '') === '')
    if (missing.length === 0) return original
    const at = original.lastIndexOf(end)
    return `${original.slice(0, at)}${description(texts, missing)}${original.slice(at)}`
  }
  const all = textNames.filter((name) => texts[name] !== '')
  return (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="${xmpNamespaces.rdf}">` +
    `${description(texts, all)}${end}</x:xmpmeta><?xpacket end="w"?>`
  )
}

function description(texts: PictureTexts, names: readonly (keyof PictureTexts)[]): string {
  const { rdf, ...prefixes } = xmpNamespaces
  const declared = Object.entries(prefixes).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  const properties = names.map((name) => property(name, texts[name]))
  return `<rdf:Description xmlns:rdf="${rdf}" rdf:about=""${declared.join('')}>${properties.join('')}</rdf:Description>`
}

function property(name: keyof PictureTexts, text: string): string {
  const { prefix, name: local, shape } = textProperties[name]
  const tag = `${prefix}:${local}`
  const value = escapeXml(text)
  if (shape === 'plain') return `<${tag}>${value}</${tag}>`
  if (shape === 'list') return `<${tag}><rdf:Seq><rdf:li>${value}</rdf:li></rdf:Seq></${tag}>`
  return `<${tag}><rdf:Alt><rdf:li xml:lang="x-default">${value}</rdf:li></rdf:Alt></${tag}>`
}

/** XML 1.0 has no way to write most control characters: they are left out. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}
