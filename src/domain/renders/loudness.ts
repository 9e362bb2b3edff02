/** What a meter after EBU R128 says of a whole sound: LUFS, dBTP, LU, LUFS. */
export type Loudness = Readonly<{ integrated: number; truePeak: number; range: number; threshold: number }>

/** Below it there is nothing to make louder: silence, or a sound shorter than the meter's first window of 0.4 s. */
const silence = -69

export function isSilent({ integrated }: Loudness): boolean {
  return !(integrated > silence)
}

const summary =
  /Integrated loudness:\s+I:\s+(-?[\d.]+|-?inf|nan) LUFS\s+Threshold:\s+(-?[\d.]+|-?inf|nan) LUFS\s+Loudness range:\s+LRA:\s+(-?[\d.]+|-?inf|nan) LU\s[\s\S]*?True peak:\s+Peak:\s+(-?[\d.]+|-?inf|nan) dBFS/

/** Reads the last summary that ffmpeg's `ebur128=peak=true` leaves in its log. */
export function readLoudness(log: string): Loudness | undefined {
  const at = log.lastIndexOf('Integrated loudness:')
  const found = at < 0 ? null : summary.exec(log.slice(at))
  if (!found) return undefined
  const [integrated = 0, threshold = 0, range = 0, truePeak = 0] = found.slice(1).map(level)
  return { integrated, truePeak, range, threshold }
}

/** Nothing at all is said as minus infinity; the filters take numbers. */
function level(text: string): number {
  const value = Number(text)
  return Number.isFinite(value) ? value : -99
}
