import type { Mention, Reading } from './mention.ts'

/** One way a date, time or code is written; `read` gives nothing where the shape deceives. */
export type Pattern = Readonly<{
  shape: RegExp
  read: (part: PatternParts) => readonly Reading[]
  weak?: boolean
  /** A quick look: without it in the text the shape is not tried. */
  cue?: RegExp
}>

const anyDigit = /\d/

/** Patterns that are only tried where the text holds what `cue` finds; a digit, unless told otherwise. */
export function cued(patterns: readonly Pattern[], cue = anyDigit): readonly Pattern[] {
  return patterns.map((pattern) => ({ ...pattern, cue }))
}

/** The named groups of a match; a group that took no part is the empty string. */
export type PatternParts = (name: string) => string

/** A text being read: what has a meaning already is blotted out, so that nothing is read twice. */
export type Scan = { readonly original: string; rest: string; readonly mentions: Mention[] }

const blot = '\u0000'

export function beginScan(text: string): Scan {
  return { original: text, rest: asciiDigits(text), mentions: [] }
}

/** Full-width digits and their signs (％ ．／：) as ASCII, one for one, so that places stay. */
function asciiDigits(text: string): string {
  return /[\uff05\uff0e-\uff1a]/.test(text)
    ? text.replace(/[\uff05\uff0e-\uff1a]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    : text
}

export function applyPatterns(scan: Scan, patterns: readonly Pattern[]): void {
  for (const { shape, read, weak, cue } of patterns) {
    if (cue && !cue.test(scan.rest)) continue
    for (const match of scan.rest.matchAll(shape)) {
      const [first, ...more] = read((name) => match.groups?.[name] ?? '')
      if (!first) continue
      addMention(scan, match.index, match.index + match[0].length, {
        readings: [first, ...more],
        weak: weak ?? false,
      })
    }
  }
}

export function addMention(
  scan: Scan,
  start: number,
  end: number,
  meaning: Pick<Mention, 'readings' | 'weak'> & Partial<Pick<Mention, 'foreign'>>,
): void {
  const span = { start, end }
  scan.mentions.push({ span, text: scan.original.slice(start, end), foreign: [], ...meaning })
  blotOut(scan, start, end)
}

/** Takes a stretch out of the reading: an address, a placeholder. */
export function blotOut(scan: Scan, start: number, end: number): void {
  scan.rest = scan.rest.slice(0, start) + blot.repeat(end - start) + scan.rest.slice(end)
}
