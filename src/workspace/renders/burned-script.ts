import type { Cue, CuePlace } from '#domain/cues/cue.ts'
import type { Size } from '#domain/renders/framing.ts'
import type { SafeArea, SubtitleStyle } from '#domain/renders/preset.ts'
import type { AssStyle } from '#formats/ass/ass-style.ts'
import { type AssTrack, writeAss } from '#formats/ass/write-ass.ts'
import type { Loss } from '#formats/subtitles/losses.ts'

/** Cues with times of the render, and the family of the typeface that has all their characters. */
export type BurnedTrack = Readonly<{ cues: readonly Cue[]; font: string }>
/** What a picture says that was not approved (FLOW2). */
export type PreviewMark = Readonly<{ text: string; font: string }>
export type BurnedLook = Readonly<{ style: SubtitleStyle; safeArea: SafeArea }>

/** Where a preset without burned subtitles would put what must be said all the same. */
export const plainLook: BurnedLook = {
  style: { size: 0.062, bold: true, color: '#ffffff', outline: 0.05, outlineColor: '#000000', box: null },
  safeArea: { top: 0.05, right: 0.06, bottom: 0.06, left: 0.06 },
}

const markSize = 0.6
const markBox = { color: '#b00020', opacity: 0.85 }
/** Longer than any clip; libass draws an event as long as there are pictures. */
const always = 359_999_000

/**
 * The script that is drawn into the pictures: the first track where its cues say, usually at the bottom, the second
 * one at the top, and the mark of a preview in the upper left corner all the time.
 */
export function burnedScript(
  size: Size,
  { style, safeArea }: BurnedLook,
  tracks: readonly BurnedTrack[],
  mark: PreviewMark | null,
): Readonly<{ text: string; losses: readonly Loss[] }> {
  const shorter = Math.min(size.width, size.height)
  const height = style.size * shorter
  const look = (font: string): AssStyle => ({
    font,
    size: height,
    bold: style.bold,
    color: style.color,
    outline: style.outline * height,
    outlineColor: style.outlineColor,
    box: style.box,
    margins: marginsOf(safeArea, size),
  })
  const drawn = tracks.map(({ cues, font }, at) => ({
    style: look(font),
    cues: at === 0 ? cues : cues.map((cue) => ({ ...cue, place: above(cue.place) })),
  }))
  return writeAss(size, mark ? [markTrack(mark, look(mark.font)), ...drawn] : drawn)
}

function marginsOf(area: SafeArea, { width, height }: Size): AssStyle['margins'] {
  return {
    top: area.top * height,
    right: area.right * width,
    bottom: area.bottom * height,
    left: area.left * width,
  }
}

function above(place: CuePlace): CuePlace {
  return place <= 3 ? ((place + 6) as CuePlace) : place
}

/** Smaller than the subtitles, so that both stand beside each other at the top. */
function markTrack({ text }: PreviewMark, style: AssStyle): AssTrack {
  const cue: Cue = { id: '', start: 0, end: always, text: [{ kind: 'text', text, marks: [] }], place: 7 }
  return {
    style: { ...style, size: style.size * markSize, outline: 0, color: '#ffffff', box: markBox },
    cues: [cue],
  }
}
