import { chineseNumeral, readChineseCount } from './chinese.ts'
import { type DayPart, plainNumber, readDate, readTime } from './date-readings.ts'
import { halfPast } from './dates-vi.ts'
import type { Reading } from './mention.ts'
import type { Pattern, PatternParts } from './scan.ts'

const count = `\\d{1,2}|[一二三四五六七八九十廿]{1,3}`
const year = `\\d{4}|[〇零一二三四五六七八九]{4}`
const notInNumber = `(?<![\\d.,]|${chineseNumeral})`
const dayParts: Readonly<Record<string, DayPart>> = {
  凌晨: 'morning',
  清晨: 'morning',
  早上: 'morning',
  早晨: 'morning',
  上午: 'morning',
  中午: 'noon',
  下午: 'afternoon',
  傍晚: 'evening',
  晚上: 'evening',
  晚间: 'evening',
  晚: 'evening',
  夜间: 'night',
  深夜: 'night',
}

export const chineseLunar: readonly Pattern[] = [
  `(?:农历|阴历|夏历|農曆)(?:\\d{4}年|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?(?:(?:${count}|正|腊|冬)月)?(?:初[一二三四五六七八九十]|(?:${count})[日号]?|[十廿三][一二三四五六七八九十]?)?`,
  '(?:正月|腊月)(?:初[一二三四五六七八九十]|[十廿三二][一二三四五六七八九十]?)?',
  '(?:大年)?初[一二三四五六七八九十](?![中高])',
].map((body) => ({ shape: new RegExp(body, 'gu'), read: () => [{ kind: 'lunar' }], weak: true }))

export const chineseDates: readonly Pattern[] = [
  {
    shape: new RegExp(
      `${notInNumber}(?:(?<y>${year})\\s?年\\s?)?(?<m>${count})\\s?月(?:份|\\s?(?<d>${count})\\s?[日号號])?`,
      'gu',
    ),
    read: (part) => readDate(digits(part('y')), digits(part('m')), digits(part('d'))),
  },
  {
    shape: new RegExp(`(?:(?<y>${year})\\s?年)?(?:第)?(?<q>[一二三四1-4])季度`, 'gu'),
    read: (part) => [
      {
        kind: 'quarter',
        quarter: readChineseCount(part('q')),
        ...(part('y') === '' ? {} : { year: readChineseCount(part('y')) }),
      },
      plainNumber(readChineseCount(part('q'))),
    ],
  },
  {
    shape: /(?:星期|礼拜|(?<![一两二三四五六七八九十几\d])周)(?<w>[一二三四五六日天])(?![次个项些])/gu,
    read: (part) => [
      {
        kind: 'weekday',
        weekday: '一二三四五六日天'.indexOf(part('w')) === 7 ? 7 : '一二三四五六日'.indexOf(part('w')) + 1,
      },
    ],
  },
]

const partOfDay = Object.keys(dayParts).join('|')

export const chineseTimes: readonly Pattern[] = [
  {
    shape: new RegExp(
      `(?<p>${partOfDay})?\\s?${notInNumber}(?<h>\\d{1,2}|[零一二两三四五六七八九十]{1,3})\\s?[点時时點](?:(?<sharp>钟|整)|(?<half>半)|\\s?(?<n>\\d{1,2}|[零〇一二三四五六七八九十]{1,4})\\s?分)?(?![一二三四五六七八九零〇代期])`,
      'gu',
    ),
    read: (part) =>
      isSomewhat(part)
        ? []
        : chineseTime(
            part('p'),
            digits(part('h')),
            part('half') ? '30' : digits(part('n')),
            part('half') !== '',
          ),
  },
  {
    shape: new RegExp(`(?<p>${partOfDay})\\s?(?<h>\\d{1,2}):(?<n>\\d{2})`, 'gu'),
    read: (part) => readTime(part('h'), part('n'), dayParts[part('p')] ?? ''),
  },
]

/** 一点 ("a little") and 三点 ("three points") are no times unless something says so. */
function isSomewhat(part: PatternParts): boolean {
  return !/\d/.test(part('h')) && ['p', 'sharp', 'half', 'n'].every((name) => part(name) === '')
}

function chineseTime(part: string, hour: string, minute: string, isHalf: boolean): readonly Reading[] {
  if (hour === 'NaN') return []
  const time = readTime(hour, minute, dayParts[part] ?? '')
  if (part !== '') return time
  return [...time, ...(minute === '' ? [plainNumber(hour)] : []), ...(isHalf ? [halfPast(hour)] : [])]
}

function digits(characters: string): string {
  return characters === '' ? '' : String(readChineseCount(characters))
}
