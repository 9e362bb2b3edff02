/** What lines of a Vietnamese newsroom manuscript say about the article: credits, bylines, datelines. */

const labels = 'Ảnh|Nguồn ảnh|Ảnh chụp|Ảnh minh họa|Ảnh minh hoạ|Ảnh tư liệu|Nguồn|Photo|图|사진'
const wholeCredit = new RegExp(`^\\(?\\s*(?:${labels})\\s*[:：]\\s*(.{1,120}?)\\s*\\)?\\.?$`, 'iu')
const trailingCredit = new RegExp(
  `^(.+?)[\\s.]*[(–-]?\\s*(?:${labels})\\s*[:：]\\s*([^()]{1,120}?)\\s*\\)?\\.?$`,
  'isu',
)

/** "Ảnh: Nguyễn An", "(Ảnh: TTXVN)", "Nguồn: Sở Y tế": the name in it. */
export function creditIn(line: string): string | undefined {
  const name = wholeCredit.exec(line.trim())?.[1]
  return name === undefined || name === '' ? undefined : name
}

/** A caption that ends in its credit: "Toàn cảnh hội nghị. Ảnh: Nguyễn An". */
export function splitCredit(caption: string): Readonly<{ caption: string; credit: string }> | undefined {
  const match = trailingCredit.exec(caption.trim())
  if (!match?.[1] || !match[2]) return undefined
  const text = match[1].trim()
  return {
    caption: /[.!?…)”"]$/.test(text) || !caption.includes(`${text}.`) ? text : `${text}.`,
    credit: match[2],
  }
}

const bylineLabel =
  /^(?:thực hiện|bài,? (?:và )?ảnh|bài|tin,? (?:và )?ảnh|tin,? bài|tin|bài viết|tác giả|by|文|글)\s*(?:\/\s*ảnh)?\s*[:：]\s*(.{2,120})$/iu
const capitalised = "\\p{Lu}[\\p{L}’'.]*"
const nameShape = new RegExp(`^${capitalised}(?:\\s+${capitalised}){0,5}$`, 'u')
const parting = /\s*[-–—,;&/]\s*|\s+và\s+/u

/** One to four names as they stand under an article: "Nguyễn An", "Thu Hà - Quốc Việt", "LÊ MINH". */
export function looksLikeNames(line: string): boolean {
  const names = line.trim().replace(/[.,]$/, '').split(parting)
  return (
    line.trim().length <= 80 &&
    names.length <= 4 &&
    names.every((name) => name.length >= 2 && nameShape.test(name)) &&
    (names.length > 1 || /\s/.test(line.trim()))
  )
}

/** "Bài, ảnh: Nguyễn An" → "Nguyễn An"; what follows the label must be names. */
export function labelledByline(line: string): string | undefined {
  const names = bylineLabel.exec(line.trim())?.[1]?.replace(/[.,]$/, '').trim()
  const parts = names?.split(parting) ?? []
  return parts.length <= 4 && parts.every((name) => nameShape.test(name) || /^[\p{Lo}\s·]+$/u.test(name))
    ? names
    : undefined
}

const placeDate =
  /^((?:\p{Lu}[\p{L}.]*\s?){1,5}),\s*(?:ngày\s+)?(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2} tháng \d{1,2}(?: năm \d{4})?)\s*(?:\(\p{Lu}[\p{L}&. ]{1,30}\)\s*[-–—]|[-–—:]|$)/u
/** "(TN) -", "(Báo Thái Nguyên) -"; one word may be closed by a full stop. */
const agencyTag = /^\((?:(\p{Lu}[\p{L}&.]{1,15})\)\s*[-–—.]|\p{Lu}[\p{L}&. ]{1,30}\)\s*[-–—])/u
/** "TNO -", "TTXVN -": papers' own signs, before a sentence that opens with a capital. */
const agencySign =
  /^(?:\p{Lu}{1,5}O|TTXVN|VNA|VOV\d?|VTV\d?|VGP|VTC|BTN|TNTV|TN|PV)\s+[-–—]\s+(?=[\p{Lu}“"‘'(\d])/u
/** "Thái Nguyên (TTXVN) -": the place first. */
const placedTag = /^((?:\p{Lu}[\p{L}.]*\s?){1,5})\s*\(\p{Lu}[\p{L}&. ]{1,30}\)\s*[-–—]/u

type Dateline = Readonly<{ dateline: string; place: string; length: number }>

function foundDateline(match: RegExpExecArray, place: string): Dateline {
  return {
    dateline: match[0].replace(/\s*[-–—:.]\s*$/, '').trim(),
    place: place.trim(),
    length: match[0].length,
  }
}

/**
 * The opening of a text: "Thái Nguyên, ngày 24/11/2026 -", "(TN) -" or "TNO -". `length` is how many characters
 * it takes up at the start of the line.
 */
export function datelineOf(line: string): Dateline | undefined {
  const placed = placeDate.exec(line) ?? placedTag.exec(line)
  if (placed) return foundDateline(placed, placed[1] ?? '')
  const signed = agencyTag.exec(line) ?? agencySign.exec(line)
  return signed ? foundDateline(signed, '') : undefined
}
