const units = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const billion = 9

/**
 * A whole number as it is said in the North: "hai mươi mốt", "một trăm linh tư", "mười lăm". `digits` are ASCII
 * digits of any length; zeros in front count nothing. Above nine digits "tỷ" is said of what stands before.
 */
export function integerWords(digits: string): string {
  const bare = digits.replace(/^0+(?=\d)/, '')
  if (bare === '0' || bare === '') return 'không'
  return wordsOf(bare, false)
}

/** Digits one by one: a telephone number, a code. */
export function digitWords(digits: string): string {
  return Array.from(digits, (digit) => units[Number(digit)] ?? '').join(' ')
}

/**
 * What is said behind "phẩy": one or two digits as a number (1,25 "hai mươi lăm"), zeros in front and longer ones
 * digit by digit (1,05 "không năm").
 */
export function decimalWords(digits: string): string {
  return digits.length > 2 || digits.startsWith('0') ? digitWords(digits) : integerWords(digits)
}

function wordsOf(digits: string, padded: boolean): string {
  if (digits.length <= billion) return thousandsWords(digits, padded)
  const high = wordsOf(digits.slice(0, -billion), padded)
  const low = digits.slice(-billion)
  return join(high === '' ? '' : `${high} tỷ`, thousandsWords(low, true))
}

/** Up to nine digits; `padded` where something higher was said before. */
function thousandsWords(digits: string, padded: boolean): string {
  const whole = digits.padStart(billion, '0')
  const groups = [whole.slice(0, 3), whole.slice(3, 6), whole.slice(6)]
  const scales = ['triệu', 'nghìn', '']
  let said = ''
  for (const [at, group] of groups.entries()) {
    if (group === '000') continue
    said = join(said, hundredsWords(group, padded || said !== ''), scales[at] ?? '')
  }
  return said
}

/** Three digits; with something before them the hundred is said even when it is none. */
function hundredsWords(group: string, padded: boolean): string {
  const [hundred = 0, ten = 0, unit = 0] = Array.from(group, Number)
  const hundreds = hundred > 0 || padded ? `${units[hundred]} trăm` : ''
  if (ten === 0 && unit === 0) return hundreds
  if (ten === 0) return hundreds === '' ? `${units[unit]}` : `${hundreds} linh ${unitAfterLink(unit)}`
  return join(hundreds, tensWords(ten, unit))
}

function unitAfterLink(unit: number): string {
  return unit === 4 ? 'tư' : `${units[unit]}`
}

function tensWords(ten: number, unit: number): string {
  const tens = ten === 1 ? 'mười' : `${units[ten]} mươi`
  if (unit === 0) return tens
  if (unit === 5) return `${tens} lăm`
  if (ten > 1 && unit === 1) return `${tens} mốt`
  return ten > 1 && unit === 4 ? `${tens} tư` : `${tens} ${units[unit]}`
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}
