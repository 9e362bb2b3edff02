/** Scripts that are written without spaces: libass breaks lines at spaces alone. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
/** What may not begin a line, and what may not end one (after JIS X 4051 and the W3C requirements for Chinese text). */
const notFirst =
  /^[、。，．・：；？！）〕］｝〉》」』】〗”’…‥—～%‰℃々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)\]}]/u
const notLast = /[（〔［｛〈《「『【〖“‘([{$¥￥＃]$/u

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Offsets at which a line without spaces, or one with a word too long, is to be broken so that no line is wider than
 * `columns`: a column is half an ideograph. Lines come out about equally long; words and numbers stay whole where
 * they fit. Empty when the line fits, or when its spaces will do.
 */
export function breaksOf(line: string, columns: number): readonly number[] {
  if (line.length * 2 <= columns) return []
  const total = widthOf(line)
  if (total <= columns || !needsBreaks(line, columns)) return []
  const pieces = piecesOf(line, columns)
  const count = Math.ceil(total / columns)
  for (let width = Math.ceil(total / count); width < columns; width += 1) {
    const found = fill(pieces, width)
    if (found && found.length < count) return found
  }
  return fill(pieces, columns) ?? []
}

/** Width in columns: an ideograph, a kana, a Hangul syllable takes two. */
export function widthOf(text: string): number {
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}

function needsBreaks(line: string, columns: number): boolean {
  return (
    unspaced.test(line) ||
    line.split(/\s+/).some((word) => word.length * 2 > columns && widthOf(word) > columns)
  )
}

type Piece = Readonly<{ text: string; at: number; width: number }>

/** Stretches that are not broken: words of the language, with the marks that cling to them. */
function piecesOf(line: string, columns: number): readonly Piece[] {
  const pieces: Piece[] = []
  for (const { segment, index } of words.segment(line)) {
    const last = pieces.at(-1)
    const clings = last && (notFirst.test(segment) || notLast.test(last.text) || !/\S/.test(segment))
    const joined = clings ? last.text + segment : segment
    if (clings && widthOf(joined.trimEnd()) <= columns) pieces.splice(-1, 1, piece(joined, last.at))
    else for (const part of cut(segment, index, columns)) pieces.push(part)
  }
  return pieces
}

/** A word that no line could hold is cut between characters. */
function cut(segment: string, at: number, columns: number): readonly Piece[] {
  if (widthOf(segment) <= columns) return [piece(segment, at)]
  return [...graphemes.segment(segment)].map((each) => piece(each.segment, at + each.index))
}

function piece(text: string, at: number): Piece {
  return { text, at, width: widthOf(text) }
}

/** Greedy filling; undefined when a piece is wider than a line. */
function fill(pieces: readonly Piece[], width: number): readonly number[] | undefined {
  const found: number[] = []
  let used = 0
  for (const { text, at, width: own } of pieces) {
    const seen = own - (text.length - text.trimEnd().length)
    if (seen > width) return undefined
    if (used > 0 && used + seen > width) {
      found.push(at)
      used = 0
    }
    used += own
  }
  return found
}
