/** A typeface in a file; a collection holds several. */
export type FontFace = Readonly<{
  family: string
  bold: boolean
  italic: boolean
  /** Whether it draws a character of its own for a code point. */
  covers(codePoint: number): boolean
}>

/**
 * The typefaces of a TrueType or OpenType file or collection (ISO/IEC 14496-22): tables `name`, `OS/2` and `cmap`.
 * Throws for what is none.
 */
export function readFontFaces(file: Buffer): readonly FontFace[] {
  if (file.toString('latin1', 0, 4) !== 'ttcf') return [readFace(file, 0)]
  const count = file.readUInt32BE(8)
  if (count > 256) throw new RangeError('more typefaces than any collection has')
  return Array.from({ length: count }, (_, at) => readFace(file, file.readUInt32BE(12 + at * 4)))
}

function readFace(file: Buffer, start: number): FontFace {
  const tables = new Map<string, Buffer>()
  const count = file.readUInt16BE(start + 4)
  for (let at = 0; at < count; at += 1) {
    const entry = start + 12 + at * 16
    const [from, length] = [file.readUInt32BE(entry + 8), file.readUInt32BE(entry + 12)]
    tables.set(file.toString('latin1', entry, entry + 4), file.subarray(from, from + length))
  }
  const [name, cmap, os2] = ['name', 'cmap', 'OS/2'].map((table) => tables.get(table))
  if (!name || !cmap) throw new RangeError('no typeface')
  const selection = os2 && os2.length > 63 ? os2.readUInt16BE(62) : 0
  return {
    family: familyOf(name),
    bold: (selection & 0x20) !== 0,
    italic: (selection & 1) !== 0,
    covers: coverageOf(cmap),
  }
}

/** The family that renderers group by (id 1): that of Windows, in English where it says so. */
function familyOf(name: Buffer): string {
  const count = name.readUInt16BE(2)
  const texts = name.readUInt16BE(4)
  const found: { rank: number; text: string }[] = []
  for (let at = 0; at < count; at += 1) {
    const entry = 6 + at * 12
    const [platform, language, id] = [0, 4, 6].map((field) => name.readUInt16BE(entry + field))
    if (id !== 1 || (platform !== 3 && platform !== 0)) continue
    const from = texts + name.readUInt16BE(entry + 10)
    const bytes = Buffer.from(name.subarray(from, from + name.readUInt16BE(entry + 8)))
    if (bytes.length % 2 === 0) found.push({ rank: language === 0x409 ? 0 : 1, text: utf16(bytes) })
  }
  return found.toSorted((left, right) => left.rank - right.rank)[0]?.text ?? ''
}

function utf16(bytes: Buffer): string {
  return bytes.swap16().toString('utf16le')
}

function coverageOf(cmap: Buffer): (codePoint: number) => boolean {
  const offsets = new Map<number, number>()
  for (let at = 0; at < cmap.readUInt16BE(2); at += 1) {
    const offset = cmap.readUInt32BE(4 + at * 8 + 4)
    if (offset + 2 <= cmap.length) offsets.set(cmap.readUInt16BE(offset), offset)
  }
  const [wide, narrow] = [offsets.get(12), offsets.get(4)]
  if (wide !== undefined) return wideCoverage(cmap.subarray(wide))
  return narrow === undefined ? () => false : narrowCoverage(cmap.subarray(narrow))
}

/** Format 12: groups of code points in order. */
function wideCoverage(table: Buffer): (codePoint: number) => boolean {
  const groups = table.readUInt32BE(12)
  return (codePoint) => {
    let [low, high] = [0, groups - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const at = 16 + middle * 12
      if (codePoint < table.readUInt32BE(at)) high = middle - 1
      else if (codePoint > table.readUInt32BE(at + 4)) low = middle + 1
      else return table.readUInt32BE(at + 8) + codePoint - table.readUInt32BE(at) > 0
    }
    return false
  }
}

/** Format 4: segments of the basic plane. */
function narrowCoverage(table: Buffer): (codePoint: number) => boolean {
  const double = table.readUInt16BE(6)
  const [ends, starts] = [14, 16 + double]
  const [deltas, ranges] = [starts + double, starts + 2 * double]
  return (codePoint) => {
    for (let at = 0; at < double; at += 2) {
      if (codePoint > table.readUInt16BE(ends + at)) continue
      const start = table.readUInt16BE(starts + at)
      if (codePoint < start) return false
      const range = table.readUInt16BE(ranges + at)
      const place = ranges + at + range + (codePoint - start) * 2
      const glyph = range === 0 ? codePoint : place + 2 <= table.length ? table.readUInt16BE(place) : 0
      return glyph !== 0 && ((glyph + table.readUInt16BE(deltas + at)) & 0xffff) !== 0
    }
    return false
  }
}
