import { encodingByMark, strictUtf8, vietnameseWords, wideByPattern } from '../text/encoding-signs.ts'
import { commonShare } from './common-characters.ts'

export const subtitleEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1258',
  'gb18030',
  'euc-kr',
  'windows-1252',
] as const
export type SubtitleEncoding = (typeof subtitleEncodings)[number]

export type DetectedEncoding = Readonly<{
  encoding: SubtitleEncoding
  /** False when the bytes do not tell: the text may come out wrong. */
  certain: boolean
}>

/**
 * The encoding of a subtitle file: by its mark, by the pattern of UTF-16, by strict UTF-8; else by which reading looks
 * like a language: Vietnamese syllables, frequent Chinese characters, frequent Korean syllables. Nothing of these is
 * Windows-1252, and never certain.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const marked = encodingByMark(bytes) ?? wideByPattern(bytes)
  if (marked) return { encoding: marked, certain: true }
  if (strictUtf8(bytes) !== undefined || isDamagedUtf8(bytes)) return { encoding: 'utf-8', certain: true }
  const [best, second] = candidates(bytes)
  if (!best || best.evidence < 0.3) return { encoding: unlikely(bytes, best), certain: false }
  const clear = best.evidence >= 0.8 && (second?.evidence ?? 0) < best.evidence / 2
  return { encoding: best.encoding, certain: clear }
}

/** A guess where hardly anything speaks for any encoding. */
function unlikely(bytes: Uint8Array, best: Candidate | undefined): SubtitleEncoding {
  if (!comesInPairs(bytes)) return 'windows-1252'
  return best?.encoding === 'euc-kr' ? 'euc-kr' : 'gb18030'
}

/** The bytes beyond ASCII come two by two and lie high: as in GB 2312 and in EUC-KR. */
function comesInPairs(bytes: Uint8Array): boolean {
  let run = 0
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte >= 0xa1) run += 1
    else if (byte >= 0x80 || run % 2 === 1) return false
    else run = 0
  }
  return true
}

/** Some bytes spoilt in what is UTF-8 otherwise. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  // Sequences of two bytes come about by chance in other encodings, those of three hardly.
  return count(/[\u0800-\ufffc]/g) * 3 + count(/[\u0080-\u07ff]/g) > count(/\ufffd/g) * 6
}

type Candidate = Readonly<{ encoding: SubtitleEncoding; evidence: number }>

/** Evidence from 0 to 1, the strongest first. */
function candidates(bytes: Uint8Array): readonly Candidate[] {
  const found: readonly Candidate[] = [
    { encoding: 'windows-1258', evidence: vietnameseEvidence(bytes) },
    { encoding: 'gb18030', evidence: eastAsianEvidence(bytes, 'gb18030', 0.25) },
    { encoding: 'euc-kr', evidence: eastAsianEvidence(bytes, 'euc-kr', 0.35) },
  ]
  return found.toSorted((left, right) => right.evidence - left.evidence)
}

function vietnameseEvidence(bytes: Uint8Array): number {
  const { words, share } = vietnameseWords(new TextDecoder('windows-1258').decode(bytes))
  if (share <= 0.85) return share / 4
  return words < 3 ? 0.7 : share
}

/** `usual` is about the least share that frequent characters have in running text. */
function eastAsianEvidence(bytes: Uint8Array, encoding: 'gb18030' | 'euc-kr', usual: number): number {
  const text = new TextDecoder(encoding).decode(bytes).slice(0, 50_000)
  const letters = text.match(/[^\p{ASCII}\p{P}\p{S}\p{Z}]|\ufffd/gu) ?? []
  const own = encoding === 'gb18030' ? /\p{Script=Han}/u : /\p{Script=Hangul}/u
  const ownShare = letters.filter((letter) => own.test(letter)).length / Math.max(letters.length, 1)
  if (letters.length < 2 || ownShare < 0.8) return 0
  const evidence = Math.min(1, commonShare(letters, encoding) / usual)
  return letters.length < 8 ? evidence * 0.75 : evidence
}
