import { localeOf } from '#renderer/i18n/languages.ts'

const day = 24 * 60 * 60 * 1000
const two = (value: number) => String(value).padStart(2, '0')
const clock = (at: Date) => `${two(at.getHours())}:${two(at.getMinutes())}`

/** Day and month without the year: "24/11" in Vietnamese, where Intl alone would write "24-11". */
function dayAndMonth(at: Date, language: string): string {
  const text = new Intl.DateTimeFormat(localeOf(language), { day: '2-digit', month: '2-digit' }).format(at)
  return language === 'vi' ? text.replaceAll('-', '/') : text
}

function fullDate(at: Date, language: string): string {
  const parts = { day: '2-digit', month: '2-digit', year: 'numeric' } as const
  return new Intl.DateTimeFormat(localeOf(language), parts).format(at)
}

/** A moment as briefly as it stays clear: the clock today, the day within half a year, else the whole date. */
export function briefMoment(instant: number, now: number, language: string): string {
  const at = new Date(instant)
  if (at.toDateString() === new Date(now).toDateString()) return clock(at)
  return Math.abs(now - instant) < 180 * day ? dayAndMonth(at, language) : fullDate(at, language)
}

/** A deadline or embargo (ISO 8601), briefly with its hour: "16:00" today, else "25/11 16:00". */
export function briefDue(iso: string, now: number, language: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const today = at.toDateString() === new Date(now).toDateString()
  return today ? clock(at) : `${dayAndMonth(at, language)} ${clock(at)}`
}

/** What a local date-and-time field shows for an ISO 8601 moment; empty when unset or unreadable. */
export function fieldOfMoment(iso: string): string {
  const at = new Date(iso)
  if (iso === '' || Number.isNaN(at.getTime())) return ''
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${clock(at)}`
}

/** The ISO 8601 moment, with this machine's zone, of what a local date-and-time field holds. */
export function momentOfField(field: string): string {
  const at = new Date(field)
  if (field === '' || Number.isNaN(at.getTime())) return ''
  const offset = -at.getTimezoneOffset()
  const size = Math.abs(offset)
  return `${fieldOfMoment(at.toISOString())}:00${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
