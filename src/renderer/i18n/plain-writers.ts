import { type InterfaceLanguage, isInterfaceLanguage } from './languages.ts'

/**
 * Dates, clocks and whole numbers as Intl writes them, without waking Intl: its first date and its first number each
 * cost as much as drawing the list, and every start needs both. A test holds them against Intl.
 */
type Day = Readonly<{ day: string; month: string; year: string }>
type Manner = Readonly<{ thousands: string; date: (day: Day) => string; brief: (day: Day) => string }>

const dayFirst = {
  date: ({ day, month, year }: Day) => `${day}/${month}/${year}`,
  brief: ({ day, month }: Day) => `${day}/${month}`,
}

const manners: Readonly<Record<InterfaceLanguage, Manner>> = {
  vi: { thousands: '.', ...dayFirst },
  en: { thousands: ',', ...dayFirst },
  zh: {
    thousands: ',',
    date: ({ day, month, year }) => `${year}/${month}/${day}`,
    brief: ({ day, month }) => `${month}/${day}`,
  },
  ko: {
    thousands: ',',
    date: ({ day, month, year }) => `${year}. ${month}. ${day}.`,
    brief: ({ day, month }) => `${month}. ${day}.`,
  },
}

function mannerOf(language: string): Manner {
  return isInterfaceLanguage(language) ? manners[language] : manners.vi
}

const two = (value: number) => String(value).padStart(2, '0')

function partsOf(at: number): Day {
  const date = new Date(at)
  return { day: two(date.getDate()), month: two(date.getMonth() + 1), year: String(date.getFullYear()) }
}

/** 24/11/2026 */
export function dayOf(at: number, language: string): string {
  return mannerOf(language).date(partsOf(at))
}

/** 24/11 */
export function briefDayOf(at: number, language: string): string {
  return mannerOf(language).brief(partsOf(at))
}

/** 14:02 */
export function clockOf(at: number): string {
  const date = new Date(at)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** A whole number in groups of three: 1.250.000 */
export function grouped(value: number, language: string): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/gu, mannerOf(language).thousands)
}
