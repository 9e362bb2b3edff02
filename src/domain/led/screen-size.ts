import { fail, type Result, succeed } from '../result.ts'

/** A screen's size in pixels; `pitch` (millimetres between pixels) where it was said so. */
export type ScreenSize = Readonly<{ width: number; height: number; pitch: number | null }>

/** Why a description is no screen, with what was read: the client says it and what would do. */
export type ScreenSizeProblem =
  | Readonly<{ kind: 'unreadable'; text: string }>
  /** Metres need a pitch: P10, P5. */
  | Readonly<{ kind: 'pitchMissing'; text: string }>
  | Readonly<{ kind: 'pitchUnlikely'; pitch: number }>
  /** The side is no whole number of pixels; `nearest` metres would be. */
  | Readonly<{ kind: 'uneven'; side: 'width' | 'height'; metres: number; pixels: number; nearest: number }>
  | Readonly<{ kind: 'tooSmall'; width: number; height: number; minimum: number }>
  | Readonly<{ kind: 'tooLarge'; width: number; height: number; maximum: number }>

/** Below, no line of text with stacked marks fits; above, no player takes it (4K is 3840). */
export const smallestSide = 16
export const largestSide = 7680
/** Pitches that are made: from indoor walls (P0.9) to road boards (P40), in millimetres. */
const likelyPitch = [0.4, 50] as const

const number = '(\\d+(?:[.,]\\d+)?)'
const sides = new RegExp(
  `${number}\\s*(mm|cm|m|px)?\\s*[x×*хX]\\s*${number}\\s*(mm|cm|m|px|pixels?|điểm(?: ảnh)?)?`,
  'iu',
)
const pitchShape = new RegExp(`(?<![\\p{L}\\d])p\\s?${number}`, 'iu')

/**
 * Reads a screen as staff write it: "384×192", "P10, 3,84 × 1,92 m", "P5 6m x 3m" (comma or point, × x or *).
 * With a pitch and no unit, sides are metres. Pixels = millimetres ÷ pitch, and must come out whole.
 */
export function readScreenSize(text: string): Result<ScreenSize, ScreenSizeProblem> {
  const clean = text.normalize('NFC')
  const pitched = pitchShape.exec(clean)
  const rest = pitched ? clean.replace(pitched[0], ' ') : clean
  const found = sides.exec(rest)
  if (!found) return fail({ kind: 'unreadable', text })
  const [, left = '', leftUnit, right = '', rightUnit] = found
  const unit = (rightUnit ?? leftUnit ?? '').toLowerCase()
  if (!pitched && /^(?:mm|cm|m)$/.test(unit)) return fail({ kind: 'pitchMissing', text })
  if (!pitched || /^(?:px|pixel|điểm)/.test(unit)) {
    return inPixels(left, right, pitched ? toNumber(pitched[1] ?? '') : null, text)
  }
  const pitch = toNumber(pitched[1] ?? '')
  if (pitch < likelyPitch[0] || pitch > likelyPitch[1]) return fail({ kind: 'pitchUnlikely', pitch })
  return inMetres(toMillimetres(left, leftUnit ?? unit), toMillimetres(right, unit), pitch)
}

function inPixels(left: string, right: string, pitch: number | null, text: string) {
  return /[.,]/.test(left + right)
    ? fail({ kind: 'unreadable', text } as const)
    : bounded({ width: Number(left), height: Number(right), pitch })
}

function inMetres(wide: number, high: number, pitch: number): Result<ScreenSize, ScreenSizeProblem> {
  const [width, height] = [wide / pitch, high / pitch]
  for (const [side, pixels, millimetres] of [
    ['width', width, wide],
    ['height', height, high],
  ] as const) {
    if (Math.abs(pixels - Math.round(pixels)) > 1e-6) {
      const nearest = (Math.round(pixels) * pitch) / 1000
      return fail({
        kind: 'uneven',
        side,
        metres: millimetres / 1000,
        pixels: rounded(pixels),
        nearest: rounded(nearest),
      })
    }
  }
  return bounded({ width: Math.round(width), height: Math.round(height), pitch })
}

function bounded(size: ScreenSize): Result<ScreenSize, ScreenSizeProblem> {
  const { width, height } = size
  if (Math.min(width, height) < smallestSide) {
    return fail({ kind: 'tooSmall', width, height, minimum: smallestSide })
  }
  if (Math.max(width, height) > largestSide) {
    return fail({ kind: 'tooLarge', width, height, maximum: largestSide })
  }
  return succeed(size)
}

function toNumber(written: string): number {
  return Number(written.replace(',', '.'))
}

function toMillimetres(written: string, unit: string): number {
  const value = toNumber(written)
  if (/^mm$/i.test(unit)) return value
  return /^cm$/i.test(unit) ? value * 10 : value * 1000
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
