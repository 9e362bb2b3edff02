import type { StampLevel } from './secret-stamps.ts'

export type GluedStamp = Readonly<{ level: StampLevel; at: number }>

const inCapitals = /TUYỆT\s*MẬT|TỐI\s*MẬT|MẬT|TUYET\s*MAT|TOI\s*MAT/gu
const glue = [/\p{L}$/u, /^\p{L}/u] as const
/** Without diacritics the level is also the beginning of other words (MATERIAL): only where the case changes. */
const bareGlue = [/\p{Ll}$/u, /^\p{Lu}\p{Ll}/u] as const
const wordBefore = /(\p{L}+)\s*$/u
const wordAfter = /^\s*(\p{L}+)/u
/** With these the syllable is an ordinary word: bảo mật, túi mật. */
const ordinaryBefore = words('bảo bí thân cơ đường mía ngọt trăng túi ống dịch sỏi tuyến')
/** Mật ong, mật độ, mật khẩu. */
const ordinaryAfter = words(
  'ong độ khẩu mã thiết vụ thư đàm nghị báo danh lệnh ngữ thám gấu mía hoa ngọt phục thất tông sư',
)

function words(list: string): readonly string[] {
  return list.split(' ')
}

/**
 * A level in capitals with a letter of another word directly at it ("THÁI NGUYÊNMẬTSố: 12"): lines were lost on the
 * way, as they are when a frame or a table of Word is copied, so where its line began and ended is not known any more.
 * Levels that make an ordinary word with their neighbour are none.
 *
 * @param text NFKC, without invisible characters.
 */
export function findGluedStamp(text: string): GluedStamp | undefined {
  for (const { 0: level, index } of text.matchAll(inCapitals)) {
    const [before, after] = [text.slice(0, index), text.slice(index + level.length)]
    const [left, right] = /MAT$/u.test(level) ? bareGlue : glue
    const isGlued = left.test(before) || right.test(after)
    if (isGlued && !isOrdinary(before, after)) return { level: levelOf(level), at: index }
  }
  return undefined
}

function isOrdinary(before: string, after: string): boolean {
  const last = wordBefore.exec(before.slice(-longestWord))?.[1]?.toLowerCase() ?? ''
  const next = wordAfter.exec(after.slice(0, longestWord))?.[1]?.toLowerCase() ?? ''
  // In front of a glued level only the end of the word is its neighbour: "AN TOÀNBẢO MẬT" has lost a space elsewhere.
  return ordinaryBefore.some((word) => last.endsWith(word)) || ordinaryAfter.includes(next)
}

const longestWord = 40

function levelOf(words: string): StampLevel {
  if (/^TUY/u.test(words)) return 'topSecret'
  return /^T[ỐO]I/u.test(words) ? 'secret' : 'confidential'
}
