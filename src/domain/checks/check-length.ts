import { findAddresses } from '#domain/numbers/addresses.ts'
import type { NumberLanguage } from '#domain/numbers/mention.ts'
import { type CheckedSegment, type CheckedText, wholeOf } from './checked-segment.ts'
import type { Finding } from './finding.ts'

/**
 * Characters that say what one English character says: the Universal Declaration of Human Rights' lengths in its
 * official versions, rounded.
 */
const density: Readonly<Record<NumberLanguage, number>> = { vi: 1, en: 1, zh: 0.29, ko: 0.45, other: 1 }
const shortest = 12
const widest = 2.6

/** A target so much longer or shorter than its source that something is missing or too much. */
export function checkLength({ source, target }: CheckedSegment): readonly Finding[] {
  if (target.text.trim() === '') return []
  const [from, to] = [englishLength(source), englishLength(target)]
  // Short texts differ by chance: the bounds close in as texts grow.
  const slack = widest + shortest / Math.max(Math.min(from, to), 4)
  if (Math.max(from, to) < shortest * 2 || (from < to * slack && to < from * slack)) return []
  const facts = { longer: from > to ? 'source' : 'target' } as const
  return [
    {
      kind: 'length-unlikely',
      severity: 'notice',
      source: [wholeOf(source)],
      target: [wholeOf(target)],
      facts,
    },
  ]
}

/** Addresses are as long in every language and say nothing of it. */
function englishLength({ text, language }: CheckedText): number {
  const carried = findAddresses(text).reduce((sum, { span }) => sum + span.end - span.start, 0)
  return (text.trim().length - carried) / density[language]
}
