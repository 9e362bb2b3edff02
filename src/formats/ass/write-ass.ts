import { type Cue, plainCueText } from '#domain/cues/cue.ts'
import { type Loss, type LossList, listLosses } from '../subtitles/losses.ts'
import { type AssStyle, styleFormat, writeStyle } from './ass-style.ts'
import { writeAssText } from './ass-text.ts'

export type AssTrack = Readonly<{ style: AssStyle; cues: readonly Cue[] }>
export type AssPicture = Readonly<{ width: number; height: number }>

/** An ideograph's width is at most so much of a line's height in the typefaces we know (Noto 0.69, YaHei 0.76). */
const widestIdeograph = 0.78

/**
 * A subtitle script (ASS v4.00+) for a picture of this size, and what of the cues it does not say. Cues that are
 * empty or end before they begin have no event. Times are hundredths of a second, the last before the cue's: a cue that
 * begins on a frame, whose time was rounded to milliseconds, is seen on that frame at every rate up to 95 a second.
 */
export function writeAss(
  picture: AssPicture,
  tracks: readonly AssTrack[],
): Readonly<{ text: string; losses: readonly Loss[] }> {
  const losses = listLosses()
  const lines = [
    '[Script Info]',
    'ScriptType: v4.00+',
    `PlayResX: ${picture.width}`,
    `PlayResY: ${picture.height}`,
    'WrapStyle: 0',
    'ScaledBorderAndShadow: yes',
    'YCbCr Matrix: None',
    '',
    '[V4+ Styles]',
    styleFormat,
    ...tracks.map(({ style }, at) => writeStyle(`Track${at}`, style)),
    '',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...tracks.flatMap((track, at) => eventsOf(track, at, picture, losses)),
    '',
  ]
  return { text: lines.join('\n'), losses: losses.all() }
}

function eventsOf(
  { style, cues }: AssTrack,
  at: number,
  { width }: AssPicture,
  losses: LossList,
): readonly string[] {
  const { top, right, left } = style.margins
  const columns = Math.max(4, Math.floor((2 * (width - left - right)) / (style.size * widestIdeograph)))
  return cues
    .filter((cue) => cue.end > cue.start && plainCueText(cue.text).trim() !== '')
    .toSorted((one, other) => one.start - other.start)
    .map((cue) => {
      // the style's own margin is that of the bottom
      const margin = cue.place >= 7 ? Math.max(1, Math.round(top)) : 0
      const text = writeAssText(cue.text, cue.place, columns, losses)
      // all on one layer: what would lie on another is moved beside it
      return `Dialogue: 0,${assTime(cue.start)},${assTime(cue.end)},Track${at},,0,0,${margin},,${text}`
    })
}

function assTime(milliseconds: number): string {
  const hundredths = Math.floor(Math.max(0, milliseconds - 1) / 10)
  const seconds = Math.floor(hundredths / 100)
  const minutes = Math.floor(seconds / 60)
  const clock = [minutes % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${Math.floor(minutes / 60)}:${clock}.${String(hundredths % 100).padStart(2, '0')}`
}
