import { checkAddresses, checkCodes } from './check-carried.ts'
import { checkLength } from './check-length.ts'
import { checkEnd, checkMarkForms, checkPairs } from './check-punctuation.ts'
import { checkDoubledWords, checkSpacing } from './check-spacing.ts'
import { checkTerms } from './check-terms.ts'
import { checkUntranslated } from './check-untranslated.ts'
import { checkValues } from './check-values.ts'
import { type CheckedSegment, readSegment, type SegmentToCheck } from './checked-segment.ts'
import type { Finding } from './finding.ts'

/** All checks of one segment, gravest matters first. */
const checks: readonly ((segment: CheckedSegment) => readonly Finding[])[] = [
  checkUntranslated,
  checkValues,
  checkCodes,
  checkAddresses,
  checkTerms,
  checkEnd,
  checkMarkForms,
  checkPairs,
  checkDoubledWords,
  checkSpacing,
  checkLength,
]

/**
 * All that is to be said of one sentence and its translation. An empty target is that one finding and no other; a
 * source without words asks for nothing.
 */
export function checkSegment(segment: SegmentToCheck): readonly Finding[] {
  const read = readSegment(segment)
  if (read.source.text.trim() === '') return []
  if (read.target.text.trim() === '') return checkUntranslated(read)
  return checks.flatMap((check) => check(read))
}
