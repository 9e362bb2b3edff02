import { countGraphemes, countHalfWidth } from '../counting.ts'
import { type FrameRate, framesLength } from './frame-rate.ts'
import type { SubtitleRules } from './subtitle-rules.ts'

/** A cue as the rules see it: whole milliseconds and its words, lines parted by `\n`. */
export type CheckedCue = Readonly<{ id: string; start: number; end: number; words: string }>

/** What is always shown of a cue. Rates and lengths are rounded to what is shown, so that 15,0 is never over 15. */
export type CueMeasure = Readonly<{
  /** In the rules' unit, line breaks left out. */
  characters: number
  /** Characters a second, to one decimal; null for a cue that lasts no time. */
  perSecond: number | null
  longestLine: number
  lines: number
  durationMs: number
}>

export const cueFindingKinds = [
  'speed',
  'lineLength',
  'lines',
  'tooShort',
  'tooLong',
  'gap',
  'overlap',
  'noTime',
  'noWords',
] as const

/** What is wrong with a cue: what was found and what is allowed, in the kind's own unit (ms for times). */
export type CueFinding = Readonly<{
  kind: (typeof cueFindingKinds)[number]
  severity: 'error' | 'warning'
  found: number
  limit: number
}>

/** Without a rate, the gap is counted in frames of film. */
const usualRate: FrameRate = { numerator: 24, denominator: 1 }

export function measureCue(
  { start, end, words }: Omit<CheckedCue, 'id'>,
  { unit }: SubtitleRules,
): CueMeasure {
  const lines = words.trim() === '' ? [] : words.trim().split('\n')
  const lengths = lines.map((line) => widthOf(line.trim(), unit))
  const characters = lengths.reduce((sum, length) => sum + length, 0)
  const durationMs = end - start
  return {
    characters,
    perSecond: durationMs > 0 ? Math.round((characters * 10_000) / durationMs) / 10 : null,
    longestLine: Math.max(0, ...lengths),
    lines: lines.length,
    durationMs,
  }
}

function widthOf(line: string, unit: SubtitleRules['unit']): number {
  return unit === 'fullWidth' ? countHalfWidth(line) / 2 : countGraphemes(line)
}

/** What is wrong with each cue, in the order of a track; cues with nothing are left out. */
export function checkCues(
  cues: readonly CheckedCue[],
  rules: SubtitleRules,
  rate: FrameRate | null,
): ReadonlyMap<string, readonly CueFinding[]> {
  const found = new Map<string, readonly CueFinding[]>()
  for (const [at, cue] of cues.entries()) {
    const findings = checkCue(cue, cues[at + 1], rules, rate)
    if (findings.length > 0) found.set(cue.id, findings)
  }
  return found
}

/** `next` is the cue that follows in time. */
export function checkCue(
  cue: CheckedCue,
  next: Pick<CheckedCue, 'start'> | undefined,
  rules: SubtitleRules,
  rate: FrameRate | null,
): readonly CueFinding[] {
  const { perSecond, longestLine, lines, durationMs } = measureCue(cue, rules)
  if (durationMs <= 0) return [{ kind: 'noTime', severity: 'error', found: durationMs, limit: 0 }]
  if (lines === 0)
    return [{ kind: 'noWords', severity: 'error', found: 0, limit: 1 }, ...gapTo(cue, next, rules, rate)]
  const over = (kind: CueFinding['kind'], value: number, limit: number): readonly CueFinding[] =>
    value > limit ? [{ kind, severity: 'error', found: value, limit }] : []
  return [
    ...over('speed', perSecond ?? 0, rules.charactersPerSecond),
    ...over('lineLength', longestLine, rules.charactersPerLine),
    ...over('lines', lines, rules.lines),
    ...over('tooLong', durationMs, rules.longestMs),
    ...(durationMs < rules.shortestMs
      ? [{ kind: 'tooShort', severity: 'error', found: durationMs, limit: rules.shortestMs } as const]
      : []),
    ...gapTo(cue, next, rules, rate),
  ]
}

/** Cues that meet are well; a smaller gap than allowed flickers. */
function gapTo(
  { end }: CheckedCue,
  next: Pick<CheckedCue, 'start'> | undefined,
  { gapFrames }: SubtitleRules,
  rate: FrameRate | null,
): readonly CueFinding[] {
  if (!next) return []
  const gap = next.start - end
  if (gap < 0) return [{ kind: 'overlap', severity: 'error', found: -gap, limit: 0 }]
  const limit = framesLength(gapFrames, rate ?? usualRate)
  // whole milliseconds of two frames may be one less
  return gap > 0 && gap < limit - 1 ? [{ kind: 'gap', severity: 'warning', found: gap, limit }] : []
}
