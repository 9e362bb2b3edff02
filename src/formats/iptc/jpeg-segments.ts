const photoshopHeader = 'Photoshop 3.0\0'
const iptcResource = 0x0404
/** A JPEG segment's length field counts itself and holds two bytes. */
const segmentLimit = 0xffff - 2

/**
 * A JPEG with an IPTC-IIM block added as an APP13 segment behind its other application segments. Answers
 * undefined when the bytes are no JPEG or the block does not fit one segment.
 */
export function insertIim(jpeg: Uint8Array, block: Uint8Array): Uint8Array | undefined {
  const segment = iimSegment(block)
  const at = endOfApplicationSegments(jpeg)
  if (!segment || at === undefined) return undefined
  const joined = new Uint8Array(jpeg.length + segment.length)
  joined.set(jpeg.subarray(0, at), 0)
  joined.set(segment, at)
  joined.set(jpeg.subarray(at), at + segment.length)
  return joined
}

function iimSegment(block: Uint8Array): Uint8Array | undefined {
  const padding = block.length % 2
  const length = photoshopHeader.length + 12 + block.length + padding
  if (length > segmentLimit) return undefined
  const segment = new Uint8Array(4 + length)
  segment.set([0xff, 0xed, (length + 2) >> 8, (length + 2) & 0xff], 0)
  segment.set(ascii(photoshopHeader), 4)
  const at = 4 + photoshopHeader.length
  segment.set([...ascii('8BIM'), iptcResource >> 8, iptcResource & 0xff, 0, 0], at)
  segment.set([0, 0, block.length >> 8, block.length & 0xff], at + 8)
  segment.set(block, at + 12)
  return segment
}

function endOfApplicationSegments(jpeg: Uint8Array): number | undefined {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return undefined
  let at = 2
  while (jpeg[at] === 0xff && (jpeg[at + 1] ?? 0) >= 0xe0 && (jpeg[at + 1] ?? 0) <= 0xef) {
    at += 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0))
  }
  return at <= jpeg.length ? at : undefined
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}
