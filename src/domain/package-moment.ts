/** The parts of a moment as a clock at a fixed offset shows them, each with its leading zero. */
export type ShownMoment = Readonly<{ year: string; month: string; day: string; time: string; iso: string }>

/** Shows a moment (milliseconds since 1970 UTC) at an offset such as `+07:00`, the same on every machine. */
export function showMoment(at: number, utcOffset: string): ShownMoment {
  const local = new Date(at + offsetMinutes(utcOffset) * 60_000).toISOString()
  const [date = '', clock = ''] = local.split('T')
  const [year = '', month = '', day = ''] = date.split('-')
  const seconds = clock.slice(0, 8)
  return { year, month, day, time: clock.slice(0, 5), iso: `${date}T${seconds}${utcOffset}` }
}

/**
 * A person's embargo or deadline as a moment: ISO 8601 with a zone, seconds optional; without a zone it is
 * meant at `utcOffset`. Undefined when it cannot be read.
 */
export function readMoment(written: string, utcOffset: string): number | undefined {
  const text = written.trim()
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/.test(text))
    return undefined
  const timed = text.length === 10 ? `${text}T00:00` : text.replace(' ', 'T')
  const at = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(timed.slice(10)) ? timed : `${timed}${utcOffset}`)
  return Number.isNaN(at) ? undefined : at
}

function offsetMinutes(utcOffset: string): number {
  const [hours = 0, minutes = 0] = utcOffset.slice(1).split(':').map(Number)
  return (utcOffset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
