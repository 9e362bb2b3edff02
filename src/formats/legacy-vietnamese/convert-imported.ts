import {
  type ImportedItem,
  type ImportedRun,
  type ImportedText,
  paragraphText,
} from '#domain/imported-text.ts'
import { hasVietnameseLetters } from '#domain/vietnamese-syllable.ts'
import { type LegacyEncoding, type LegacyFont, legacyFont } from './fonts.ts'
import { decodeLegacy, judgePattern, mayBeLegacy } from './pattern.ts'
import { leadingVniMark } from './vni.ts'

/** What a person says the text is; `auto` lets fonts and patterns decide. */
export type EncodingChoice = 'auto' | 'unicode' | LegacyEncoding
type EncodingSample = Readonly<{ encoding: 'unicode' | LegacyEncoding; text: string }>
type ConvertedText = Readonly<{
  imported: ImportedText
  /** The same words read three ways, when only a person can tell. */
  question: readonly EncodingSample[] | null
}>

const sampleLength = 240

type Textual = Extract<ImportedItem, { runs: readonly ImportedRun[] }>

function isTextual(item: ImportedItem): item is Textual {
  return 'runs' in item
}

/** Symbol fonts put their bytes into the private area. */
function fromPrivateArea(text: string): string {
  return text.replace(/[\uf020-\uf0ff]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xf000))
}

/** Bytes that a program read as Windows-1258 instead of Latin-1 on the way. */
const windows1258: Readonly<Record<string, string>> = {
  Ă: 'Ã',
  '\u0300': 'Ì',
  Đ: 'Ð',
  '\u0309': 'Ò',
  Ơ: 'Õ',
  Ư: 'Ý',
  '\u0303': 'Þ',
  ă: 'ã',
  '\u0301': 'ì',
  đ: 'ð',
  '\u0323': 'ò',
  ơ: 'õ',
  ư: 'ý',
  '₫': 'þ',
}

function sameBytes(text: string): string {
  return fromPrivateArea(text).replace(
    /[ĂĐƠƯăđơư₫]|\u0300|\u0301|\u0303|\u0309|\u0323/g,
    (letter) => windows1258[letter] ?? letter,
  )
}

/** Unicode text can stand in a legacy font: letters that 1258 could not have made show it. */
function isUnicode(text: string): boolean {
  return hasVietnameseLetters(text.replace(/[ĂĐƠƯăđơư]/g, ''))
}

function fontOf(run: ImportedRun): LegacyFont | undefined {
  const font = legacyFont(run.font)
  return font && !isUnicode(run.text) ? font : undefined
}

/** Marks that a file parted from their letter go back to it. */
function rejoin(runs: readonly ImportedRun[], encodingOf: (run: ImportedRun) => LegacyFont | undefined) {
  const joined: ImportedRun[] = []
  for (const run of runs) {
    const previous = joined.at(-1)
    const mark = leadingVniMark.exec(run.text)?.[0]
    const parted =
      mark !== undefined &&
      previous !== undefined &&
      /[aeouyôö]$/i.test(previous.text) &&
      encodingOf(run)?.encoding === 'vni' &&
      encodingOf(previous)?.encoding === 'vni'
    if (parted) {
      joined[joined.length - 1] = { ...previous, text: previous.text + mark }
      joined.push({ ...run, text: run.text.slice(1) })
    } else joined.push(run)
  }
  return joined
}

function convertRuns<Item extends Textual>(
  item: Item,
  encodingOf: (run: ImportedRun) => LegacyFont | undefined,
): Item {
  const runs = rejoin(item.runs, encodingOf).map((run) => {
    const font = encodingOf(run)
    return font ? { ...run, text: decodeLegacy(sameBytes(run.text), font.encoding, font.capitals) } : run
  })
  return { ...item, runs }
}

/** What runs without a telling font are taken for. */
function undeclared(imported: ImportedText, choice: EncodingChoice): LegacyEncoding | 'unsure' | undefined {
  if (choice === 'unicode') return undefined
  if (choice !== 'auto') return choice
  const verdict = judgePattern(suspectTexts(imported))
  if (verdict.kind === 'legacy') return verdict.encoding
  return verdict.kind === 'unsure' ? 'unsure' : undefined
}

function plainText(item: Textual): string {
  return paragraphText({ runs: item.runs.filter((run) => fontOf(run) === undefined) })
}

function suspectTexts(imported: ImportedText): readonly string[] {
  return imported.items.filter(isTextual).map(plainText).filter(mayBeLegacy)
}

function samples(imported: ImportedText): readonly EncodingSample[] {
  const text = suspectTexts(imported).join('\n').slice(0, sampleLength)
  const read = (encoding: LegacyEncoding) => decodeLegacy(text, encoding).normalize('NFC')
  return [
    { encoding: 'tcvn3', text: read('tcvn3') },
    { encoding: 'vni', text: read('vni') },
    { encoding: 'unicode', text },
  ]
}

function countConverted(imported: ImportedText, converted: readonly ImportedItem[]): number {
  return imported.items.filter((item, index) => {
    const after = converted[index]
    return isTextual(item) && after && isTextual(after) && paragraphText(item) !== paragraphText(after)
  }).length
}

/**
 * Turns TCVN3 and VNI text into Unicode: runs in a legacy font by their font, others by pattern or by what the
 * person says. Paragraphs with letters that only Unicode has are never touched; when unsure nothing is
 * converted and samples are answered to ask with.
 */
export function convertLegacy(imported: ImportedText, choice: EncodingChoice): ConvertedText {
  const plain = undeclared(imported, choice)
  const items = imported.items.map((item) => {
    if (!isTextual(item)) return item
    const encoding =
      plain === undefined || plain === 'unsure' || !mayBeLegacy(plainText(item)) ? undefined : plain
    const byPattern = encoding && { encoding, capitals: false }
    const encodingOf = (run: ImportedRun) =>
      choice === 'unicode' || isUnicode(run.text) ? undefined : (fontOf(run) ?? byPattern)
    return convertRuns(item, encodingOf)
  })
  const count = countConverted(imported, items)
  const warnings = [...imported.warnings]
  if (count > 0) warnings.push({ code: 'legacyConverted', facts: { count } })
  if (plain === 'unsure') warnings.push({ code: 'encodingUnsure', facts: {} })
  return {
    imported: { ...imported, items, warnings },
    question: plain === 'unsure' ? samples(imported) : null,
  }
}
