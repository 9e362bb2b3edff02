import type { Article } from './article.ts'
import { type Block, blockText } from './blocks.ts'
import { plainCueText } from './cues/cue.ts'
import { findGluedStamp } from './glued-stamps.ts'
import { plainText } from './segments/coded-text.ts'

/** The levels of Vietnam's state secrets (Law 117/2025/QH15): Tuyệt mật, Tối mật, Mật. */
export const stampLevels = ['topSecret', 'secret', 'confidential'] as const
export type StampLevel = (typeof stampLevels)[number]
export type Stamp = Readonly<{ stamp: StampLevel; excerpt: string }>

const longestStamp = 80
const invisible = /[\p{Cf}\u00ad]/gu
const frame = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu
/** Words that stand before a level without making it ordinary: "Độ mật: Tối mật", "Tài liệu mật". */
const lead =
  /^(?:(?:mức )?độ mật|mức độ bảo mật|dấu(?: chỉ)?(?: độ mật)?|tài liệu|văn bản|hồ sơ|công văn|thông tin|bí mật nhà nước(?: độ)?|đóng dấu)(?:\s*[:\-–—.]\s*|\s+)/u
/** What follows a level on a stamp: a copy number, a date. */
const tail = /(?:\s*[,;:.()\-–—/]+\s*|\s+)(?:(?:bản số|số bản|số|ngày)\s*[:.]?\s*)?[\d\s./\-–—…_]*$/u

const levels: ReadonlyMap<string, StampLevel> = new Map([
  ['tuyệt mật', 'topSecret'],
  ['tối mật', 'secret'],
  ['mật', 'confidential'],
  ['bí mật nhà nước', 'confidential'],
  ['chỉ người có tên mới được bóc bì', 'topSecret'],
])
/** Stamps typed without diacritics count only in capitals: "toi mat" is also "my face". */
const bareCapitals: ReadonlyMap<string, StampLevel> = new Map([
  ['TUYET MAT', 'topSecret'],
  ['TOI MAT', 'secret'],
])

/**
 * Finds a line of `text` that is as a whole in the form of a state-secret stamp (SEC1): "TỐI MẬT", "( Mật )",
 * "T U Y Ệ T   M Ậ T", "Độ mật: Mật", "MẬT – Bản số 02"; or one whose lines were run together, "NGUYÊNMẬTSố: 12".
 * A level inside a sentence is no stamp: "mật ong", "bảo mật", "cuộc họp mật" are ordinary words.
 *
 * @param text one block's text; lines are separated by `\n`.
 */
export function findStamp(text: string): Stamp | undefined {
  for (const line of text.split(/[\n\r\u2028\u2029\v\t]/u)) {
    const stamp = line.length <= longestStamp * 2 ? stampOfLine(line) : undefined
    if (stamp) return { stamp, excerpt: line.trim().slice(0, longestStamp) }
    const plain = line.replace(invisible, '').normalize('NFKC')
    const glued = findGluedStamp(plain)
    if (glued) return { stamp: glued.level, excerpt: aroundStamp(plain, glued.at) }
  }
  return undefined
}

/** A level in a run of lost lines with what stands around it. */
function aroundStamp(line: string, at: number): string {
  return line
    .slice(Math.max(0, at - longestStamp / 4))
    .slice(0, longestStamp)
    .trim()
}

function stampOfLine(line: string): StampLevel | undefined {
  // What is invisible goes first: it keeps a letter and its tone mark from becoming one.
  const plain = line.replace(invisible, '').normalize('NFKC').replace(frame, '').replace(/\s+/gu, ' ')
  return levelIn(plain) ?? levelIn(joinSpacedLetters(plain))
}

function levelIn(words: string): StampLevel | undefined {
  return words === '' ? undefined : (levelOf(words.toLowerCase()) ?? bareCapitals.get(words))
}

function levelOf(words: string): StampLevel | undefined {
  const whole = levels.get(words)
  if (whole) return whole
  const inner = words.replace(lead, '').replace(tail, '').replace(frame, '')
  return levels.get(inner)
}

/** "M Ậ T" → "MẬT", "T Ố I M Ậ T" → "TỐI MẬT"; '' for what is not letter by letter. */
function joinSpacedLetters(spaced: string): string {
  if (!/^\p{L}(?:[\s.\-–—_]+\p{L})+$/u.test(spaced)) return ''
  const joined = spaced.replace(/[\s.\-–—_]+/gu, '')
  return joined.replace(/^(tuyệt|tối|TUYET|TOI)(?=.)/iu, '$1 ')
}

/**
 * A piece of an article that is judged by itself: a block's id, `meta/<name>` for a field of the metadata, or
 * `text/<id>` for what a translation holds beside what it shows.
 */
export type JudgedPart = Readonly<{ id: string; text: string }>

const metadataPrefix = 'meta/'

/** All that an article says, in the parts that are judged: blocks with alternative text and credit, and metadata. */
export function judgedParts(article: Article): readonly JudgedPart[] {
  const fields = Object.entries(article.metadata).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [{ id: `${metadataPrefix}${name}`, text: value }] : [],
  )
  const others = (article.translation?.others ?? []).map(({ id, target }) => ({
    id: `text/${id}`,
    text: plainText(target),
  }))
  const blocks = article.blocks.map((block) => ({ id: block.id, text: judgedText(block) }))
  return [...blocks, ...fields, ...others, ...judgedBesideCues(article)]
}

const besidePrefix = 'beside/'
const keptPrefix = 'kept/'

/** What a track holds beside the words of its cues: those of its source, and what a file held. */
function judgedBesideCues({ track }: Article): readonly JudgedPart[] {
  const beside = (track?.cues ?? []).flatMap(({ id, seen, parts }) => {
    const text = [...seen.map((each) => each.text), plainCueText(parts)].join('\n').trim()
    return text === '' ? [] : [{ id: `${besidePrefix}${id}`, text }]
  })
  const kept = (track?.kept ?? []).map(({ raw }, at) => ({ id: `${keptPrefix}${at}`, text: raw }))
  return [...beside, ...kept]
}

/** The cue that a judged part of a track belongs to; '' for what a file held beside its cues. */
export function judgedCue(part: string): string {
  if (part.startsWith(keptPrefix)) return ''
  return part.startsWith(besidePrefix) ? part.slice(besidePrefix.length) : part
}

/** What of a block is judged, its lines apart. */
export function judgedText(block: Block): string {
  return [blockText(block), block.alt ?? '', block.credit ?? ''].filter((text) => text !== '').join('\n')
}

/** The metadata field that a judged part is, or undefined for a block. */
export function judgedField(part: string): string | undefined {
  return part.startsWith(metadataPrefix) ? part.slice(metadataPrefix.length) : undefined
}
