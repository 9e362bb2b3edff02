/** A day as `YYYY-MM-DD` in words, day first as all dates of the house are: `2021-07-05` as 05/07/2021. */
export function dayWords(day: string): string {
  return isDay(day) ? day.split('-').toReversed().join('/') : day
}

/** The day that was typed, `YYYY-MM-DD`: 5/7/2021, 05.07.2021, 05072021, 2021-07-05. Null for what is no day. */
export function dayFromWords(words: string): string | null {
  const typed = words.trim()
  const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? []
  if (year && month && date) return checked(year, month, date)
  const [, first, second, third] =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(typed) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(typed) ?? []
  return first && second && third ? checked(third, second, first) : null
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(day: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(day) && dayFromWords(day) === day
}

function checked(year: string, month: string, date: string): string | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null
}
