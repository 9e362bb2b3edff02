import type { RenderPreset } from './preset.ts'

/** What a container takes for its tables, as a share of the whole; measured on faststart MP4 it is below one percent. */
const spare = 0.03
const least = 150

/**
 * Kilobits a second that the picture may take at most: the preset's own highest, or less where the file has a
 * greatest size. Undefined when even the least that can be looked at would not fit.
 */
export function pictureKbps(
  preset: Pick<RenderPreset, 'video' | 'audio' | 'maxBytes'>,
  durationMs: number,
  hasAudio: boolean,
): number | undefined {
  const { highestKbps } = preset.video
  if (preset.maxBytes === null) return highestKbps
  const seconds = Math.max(1, durationMs / 1000)
  const whole = (preset.maxBytes * (1 - spare) * 8) / 1000 / seconds
  const left = Math.floor(whole - (hasAudio ? (preset.audio?.kbps ?? 0) : 0))
  return left < least ? undefined : Math.min(highestKbps, left)
}
