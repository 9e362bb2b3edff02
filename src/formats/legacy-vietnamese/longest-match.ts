/** Converts by a table whose keys may be several characters long: the longest key at each place wins. */
type ConversionTable = Readonly<{ entries: ReadonlyMap<string, string>; longest: number }>

export function conversionTable(pairs: Iterable<readonly [string, string]>): ConversionTable {
  const entries = new Map(pairs)
  return { entries, longest: Math.max(1, ...[...entries.keys()].map((key) => key.length)) }
}

export function convert(text: string, { entries, longest }: ConversionTable): string {
  let converted = ''
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longest, text.length - at)
    while (length > 1 && !entries.has(text.slice(at, at + length))) length -= 1
    const piece = text.slice(at, at + length)
    converted += entries.get(piece) ?? piece
    at += length
  }
  return converted
}
