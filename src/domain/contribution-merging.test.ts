import { expect, test } from 'vitest'
import { mergeContributions } from './contribution-merging.ts'

const range = (device: string, firstSequence: number, lastSequence: number, profile: string) => ({
  device,
  firstSequence,
  lastSequence,
  profile,
})

test('The longer of two stretches holds the other, and each keeps its author', () => {
  const known = [range('a', 1, 5, 'an'), range('b', 1, 2, 'binh')]
  const incoming = [range('a', 1, 9, 'an'), range('a', 10, 12, 'chi')]
  const merged = {
    ok: true,
    value: [range('a', 1, 9, 'an'), range('a', 10, 12, 'chi'), range('b', 1, 2, 'binh')],
  }
  expect(mergeContributions(known, incoming, 'own')).toEqual(merged)
  expect(mergeContributions(incoming, known, 'own')).toEqual(merged)
  expect(mergeContributions(merged.value, incoming, 'own')).toEqual(merged)
})

test('TRUST6: nobody is told from outside who wrote on this machine', () => {
  const known = [range('own', 1, 5, 'an')]
  const incoming = [range('own', 1, 9, 'binh'), range('own', 20, 30, 'chi')]
  expect(mergeContributions(known, incoming, 'own')).toEqual({ ok: true, value: known })
})

test('Two people on one stretch of one device are a contradiction', () => {
  const known = [range('a', 1, 5, 'an')]
  expect(mergeContributions(known, [range('a', 1, 5, 'binh')], 'own')).toEqual({ ok: false, failure: 'a' })
  expect(mergeContributions(known, [range('a', 4, 6, 'binh')], 'own')).toEqual({ ok: false, failure: 'a' })
})
