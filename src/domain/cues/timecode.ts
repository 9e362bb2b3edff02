const shape = /^(?:(\d{1,6}):)?(\d{1,3}):(\d{1,3})(?:[.,:](\d+))?$/

/**
 * Reads `hours:minutes:seconds,milliseconds` as integer milliseconds. Hours and milliseconds may be missing; a dot, a
 * comma or a colon may part the milliseconds, which count as a decimal fraction (`,5` is half a second; what is finer
 * is cut off).
 */
export function readTimecode(written: string): number | undefined {
  const found = shape.exec(written)
  if (!found) return undefined
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = found
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return whole * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'))
}

/** Writes `hh:mm:ss` and milliseconds after the separator; hours take more digits when they must. */
export function writeTimecode(at: number, separator: ',' | '.'): string {
  const seconds = Math.floor(at / 1000)
  const minutes = Math.floor(seconds / 60)
  const clock = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`
  return clock + separator + String(at % 1000).padStart(3, '0')
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
