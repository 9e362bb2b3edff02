/** How subtitles are drawn. Lengths are pixels of the picture they are drawn on; colours `#rrggbb`. */
export type AssStyle = Readonly<{
  /** Family of the typeface, as libass looks it up. */
  font: string
  /** Height of a line: what ASS calls the font's size is its ascent and descent together. */
  size: number
  bold: boolean
  color: string
  outline: number
  outlineColor: string
  /** A box behind the words; `opacity` from 0 to 1. */
  box: Readonly<{ color: string; opacity: number }> | null
  /** Where no word may stand: the safe area of the channel. */
  margins: Readonly<{ top: number; right: number; bottom: number; left: number }>
}>

/** One line of `[V4+ Styles]`, in the order of `styleFormat`. */
export function writeStyle(name: string, style: AssStyle): string {
  const { box, margins } = style
  const boxed = box !== null
  const back = boxed ? colorOf(box.color, box.opacity) : colorOf('#000000', 0.5)
  const fields = [
    name,
    style.font.replace(/[,\r\n]/g, ' '),
    rounded(style.size),
    colorOf(style.color, 1),
    colorOf(style.color, 1),
    colorOf(style.outlineColor, 1),
    back,
    style.bold ? -1 : 0,
    ...[0, 0, 0, 100, 100, 0, 0],
    // libass' own style 4: one box behind all lines, as wide of the words as `Shadow` says
    boxed ? 4 : 1,
    rounded(style.outline),
    boxed ? rounded(style.size * 0.12) : 0,
    2,
    Math.round(margins.left),
    Math.round(margins.right),
    Math.round(margins.bottom),
    1,
  ]
  return `Style: ${fields.join(',')}`
}

export const styleFormat =
  'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, ' +
  'Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, ' +
  'MarginV, Encoding'

/** `&HAABBGGRR` of a `#rrggbb`; ASS counts how much is seen through. */
function colorOf(color: string, opacity: number): string {
  const [, red = 'ff', green = 'ff', blue = 'ff'] =
    /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color) ?? []
  const clear = Math.round((1 - opacity) * 255)
  return `&H${clear.toString(16).padStart(2, '0')}${blue}${green}${red}`.toUpperCase()
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
