import { briefDayOf, dayOf } from '#renderer/i18n/plain-writers.ts'

const day = 24 * 60 * 60 * 1000
const two = (value: number) => String(value).padStart(2, '0')
const clock = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`

/** A moment as briefly as it stays clear: the clock today, the day within half a year, else the whole date. */
export function briefMoment(instant: number, now: number, language: string): string {
  const at = new Date(instant)
  if (at.toDateString() === new Date(now).toDateString()) return clock(at)
  return Math.abs(now - instant) < 180 * day ? briefDayOf(instant, language) : dayOf(instant, language)
}

/** A deadline or embargo (ISO 8601), briefly with its hour: "16:00" today, else "25/11 16:00". */
export function briefDue(iso: string, now: number, language: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const today = at.toDateString() === new Date(now).toDateString()
  return today ? clock(at) : `${briefDayOf(at.getTime(), language)} ${clock(at)}`
}

const yearFirst: ReadonlySet<string> = new Set(['zh', 'ko'])

/** A moment as it is typed: "24/11/2026 16:00", in Chinese and Korean "2026-11-24 16:00"; empty when unset. */
export function writeMoment(iso: string, language: string): string {
  const at = new Date(iso)
  if (iso === '' || Number.isNaN(at.getTime())) return iso
  const [day, month, year] = [two(at.getDate()), two(at.getMonth() + 1), at.getFullYear()]
  const date = yearFirst.has(language) ? `${year}-${month}-${day}` : `${day}/${month}/${year}`
  return `${date} ${clock(at)}`
}

const time = /(?:^|\s)(\d{1,2})\s*(?:[:h.]|giờ)\s*(\d{2})?\s*$/iu
const dayFirst = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?(?=\s|$)/u
const isoDate = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?=\s|$)/u
/** A day without an hour means its end. */
const endOfDay = [23, 59] as const

/**
 * The ISO 8601 moment, with this machine's zone, of what a person typed: "16:00", "16h30", "25/11",
 * "25/11 16h", "25/11/2026 16:00", "2026-11-25 16:00". A day without a year is the next one. Empty is unset,
 * null is no moment.
 */
export function readMoment(typed: string, now: number): string | null {
  const text = typed.trim()
  if (text === '') return ''
  const today = new Date(now)
  const clockPart = time.exec(text)
  const datePart = clockPart ? text.slice(0, clockPart.index).trim() : text
  const [hour, minute] = clockPart ? [Number(clockPart[1]), Number(clockPart[2] ?? 0)] : endOfDay
  const day = readDay(datePart, today)
  if (!day || hour > 23 || minute > 59) return null
  return withZone(new Date(day.year, day.month - 1, day.day, hour, minute))
}

type Day = Readonly<{ year: number; month: number; day: number }>

function readDay(text: string, today: Date): Day | null {
  if (text === '') return { year: today.getFullYear(), month: today.getMonth() + 1, day: today.getDate() }
  const iso = isoDate.exec(text)
  if (iso) return realDay({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) })
  const found = dayFirst.exec(text)
  if (!found || found[0] !== text) return null
  const day = Number(found[1])
  const month = Number(found[2])
  if (found[3] !== undefined) return realDay({ year: Number(found[3]), month, day })
  const isPast = new Date(today.getFullYear(), month - 1, day + 1).getTime() <= today.getTime()
  return realDay({ year: today.getFullYear() + (isPast ? 1 : 0), month, day })
}

function realDay(day: Day): Day | null {
  const at = new Date(day.year, day.month - 1, day.day)
  return at.getMonth() === day.month - 1 && at.getDate() === day.day ? day : null
}

function withZone(at: Date): string {
  const offset = -at.getTimezoneOffset()
  const size = Math.abs(offset)
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${clock(at)}:00${zone}`
}
