import { expect, test } from 'vitest'
import { makeRow } from '../translation-row.test-kit.ts'
import { checkAll } from './check-all.ts'
import { createRowChecks, openErrors } from './row-checks.ts'
import { togetherOf } from './use-together.ts'

const termbase = { concepts: [], people: [], shipped: true }

test('a wrong number is an open error until it is ignored with a reason', () => {
  const checks = createRowChecks(termbase, 'vi', 'en')
  const [id = ''] = openErrors(checks.of(makeRow({})))
  expect(id).toMatch(/^value-/)
  const why = { finding: id, reason: 'theo số mới', by: { id: 'p', name: 'Lan' }, at: 1 }
  const [again] = checks.of(makeRow({ ignored: [why] }))
  expect(again?.ignored).toEqual(why)
  expect(openErrors(checks.of(makeRow({ ignored: [why] })))).toEqual([])
})

test('a row that is left out, and rivals to pick from, are not checked', () => {
  const checks = createRowChecks(termbase, 'vi', 'en')
  expect(checks.of(makeRow({ state: 'omitted' }))).toEqual([])
  expect(checks.of(makeRow({ state: 'variants' }))).toEqual([])
})

test('one sentence in two ways is told beside both rows, until it is ignored with a reason', () => {
  const rows = [
    makeRow({ row: 'a', source: ['Xin cảm ơn.'], target: ['Thank you.'] }),
    makeRow({ row: 'b', source: ['Xin cảm ơn.'], target: ['Many thanks.'] }),
    makeRow({ row: 'c', source: ['Xin cảm ơn.'], target: ['Thanks.'], state: 'omitted' }),
  ] as const
  const found = togetherOf(rows)
  expect([...found.keys()]).toEqual(['a', 'b'])
  expect(found.get('a')?.[0]?.finding.facts).toEqual({ others: 'Many thanks.' })
  const why = {
    finding: found.get('a')?.[0]?.id ?? '',
    reason: 'lời kết',
    by: { id: 'p', name: 'Lan' },
    at: 1,
  }
  expect([...togetherOf([{ ...rows[0], ignored: [why] }, rows[1]]).keys()]).toEqual(['b'])
})

test('a run over all rows tells differing translations too, and gives up when it is told to', async () => {
  const checks = createRowChecks(termbase, 'vi', 'en')
  const rows = [
    makeRow({ row: 'a', source: ['Xin cảm ơn.'], target: ['Thank you.'] }),
    makeRow({ row: 'b', source: ['Xin cảm ơn.'], target: ['Many thanks.'] }),
  ]
  const found = await checkAll(rows, checks, new AbortController().signal)
  expect(found?.get('b')?.map(({ finding }) => finding.kind)).toEqual(['target-differs'])
  const stopped = new AbortController()
  stopped.abort()
  expect(await checkAll(rows, checks, stopped.signal)).toBeUndefined()
})
