/**
 * Edit distance of one text to many, by bit vectors (G. Myers 1999, "A fast bit-vector algorithm for approximate
 * string matching", in blocks of 32 and for whole texts after H. Hyyrö 2003). Texts are byte codes.
 */
export type DistancePattern = Readonly<{
  length: number
  /** Per block and code, the places of the block that hold the code. */
  places: Int32Array
  blocks: number
  positive: Int32Array
  negative: Int32Array
}>

export function distancePattern(codes: Uint8Array): DistancePattern {
  const blocks = Math.max(1, Math.ceil(codes.length / 32))
  const places = new Int32Array(blocks * 256)
  for (let at = 0; at < codes.length; at += 1) {
    const index = (at >>> 5) * 256 + (codes[at] ?? 0)
    places[index] = (places[index] ?? 0) | (1 << (at & 31))
  }
  const line = () => new Int32Array(blocks)
  return { length: codes.length, places, blocks, positive: line(), negative: line() }
}

/**
 * Levenshtein distance of the pattern to `text[start, end)`, or `most + 1` as soon as it is known to be more than
 * `most`.
 */
export function boundedDistance(
  pattern: DistancePattern,
  text: Uint8Array,
  start: number,
  end: number,
  most: number,
): number {
  const length = end - start
  if (Math.abs(length - pattern.length) > most) return most + 1
  if (pattern.length === 0) return length
  return pattern.blocks === 1
    ? shortDistance(pattern, text, start, end, most)
    : longDistance(pattern, text, start, end, most)
}

function shortDistance(
  pattern: DistancePattern,
  text: Uint8Array,
  start: number,
  end: number,
  most: number,
): number {
  const { places, length } = pattern
  const last = 1 << (length - 1)
  let positive = -1
  let negative = 0
  let score = length
  for (let at = start; at < end; at += 1) {
    const match = places[text[at] as number] as number
    const vertical = match | negative
    const zero = (((match & positive) + positive) ^ positive) | match
    let plus = negative | ~(zero | positive)
    let minus = positive & zero
    if (plus & last) score += 1
    else if (minus & last) score -= 1
    if (score - (end - at - 1) > most) return most + 1
    plus = (plus << 1) | 1
    minus <<= 1
    positive = minus | ~(vertical | plus)
    negative = plus & vertical
  }
  return score
}

function longDistance(
  pattern: DistancePattern,
  text: Uint8Array,
  start: number,
  end: number,
  most: number,
): number {
  const { places, blocks, length, positive, negative } = pattern
  const last = 1 << ((length - 1) & 31)
  for (let block = 0; block < blocks; block += 1) {
    positive[block] = -1
    negative[block] = 0
  }
  let score = length
  for (let at = start; at < end; at += 1) {
    const code = text[at] as number
    let plusIn = 1
    let minusIn = 0
    for (let block = 0, row = code; block < blocks; block += 1, row += 256) {
      const up = positive[block] as number
      const down = negative[block] as number
      let match = places[row] as number
      const vertical = match | down
      match |= minusIn
      const zero = (((match & up) + up) ^ up) | match
      let plus = down | ~(zero | up)
      let minus = up & zero
      if (block === blocks - 1) {
        if (plus & last) score += 1
        else if (minus & last) score -= 1
      }
      const plusOut = plus >>> 31
      const minusOut = minus >>> 31
      plus = (plus << 1) | plusIn
      minus = (minus << 1) | minusIn
      plusIn = plusOut
      minusIn = minusOut
      positive[block] = minus | ~(vertical | plus)
      negative[block] = plus & vertical
    }
    if (score - (end - at - 1) > most) return most + 1
  }
  return score
}
