import type { ClipView } from '#contract/clips.ts'

/** A clip in a line of a list: id, length, size of the picture, rate, name. */
export function clipLine({ clip, durationMs, width, height, frameRate, name }: ClipView): string {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`
  const picture = frameRate
    ? `${width}×${height} ${frameRate.numerator}/${frameRate.denominator} fps`
    : 'audio'
  return `${clip}  ${seconds}  ${picture}  ${name}`
}
