import { expect, test } from 'vitest'
import { nameBackup } from '../store/backup-files.ts'
import { expiredBackups } from './retention.ts'

const noon = new Date(2026, 10, 24, 12).getTime()
const hour = 3_600_000

test('three of today stay, and the newest of each day before, ten in all', () => {
  const today = [0, 1, 2, 3, 4].map((back) => nameBackup(noon - back * hour, 'daily'))
  const before = Array.from({ length: 12 }, (_, day) => [
    nameBackup(noon - (day + 1) * 24 * hour, 'daily'),
    nameBackup(noon - (day + 1) * 24 * hour - hour, 'daily'),
  ])
  const all = [...today, ...before.flat()]
  const expired = new Set(expiredBackups(all, noon))
  const staying = all.filter((name) => !expired.has(name))
  expect(staying).toEqual([...today.slice(0, 3), ...before.slice(0, 7).map(([newest]) => newest)])
})

test('nothing goes while there are few', () => {
  expect(expiredBackups([nameBackup(noon, 'daily'), nameBackup(noon - 1, 'migration')], noon)).toEqual([])
})

test('the newest copy of before a schema change stays for good and an older one thirty days, outside the count', () => {
  const day = 24 * hour
  const daily = Array.from({ length: 12 }, (_, back) => nameBackup(noon - back * day, 'daily'))
  const [last, recent, old] = [5, 29, 31].map((back) => nameBackup(noon - back * day - hour, 'migration'))
  const expired = expiredBackups([...daily, String(last), String(recent), String(old)], noon)
  expect(expired).toEqual([...daily.slice(10), old])
  expect(expiredBackups([...daily, String(old)], noon)).toEqual(daily.slice(10))
})

test('a copy of before a schema change outlives the backups of its own day and of the next', () => {
  const copy = nameBackup(noon - 5 * hour, 'migration')
  const today = [0, 1, 2].map((back) => nameBackup(noon - back * hour, 'daily'))
  expect(expiredBackups([...today, copy], noon)).toEqual([])
  const tomorrow = noon + 24 * hour
  expect(expiredBackups([...today, nameBackup(tomorrow, 'daily'), copy], tomorrow)).not.toContain(copy)
})
