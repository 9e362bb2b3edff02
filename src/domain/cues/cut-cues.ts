import type { Cue } from './cue.ts'

/** The cues of a stretch of a clip, with times from its beginning; one that reaches over an edge is cut there. */
export function cutCues(cues: readonly Cue[], fromMs: number, toMs: number): readonly Cue[] {
  return cues
    .filter(({ start, end }) => end > fromMs && start < toMs)
    .map((cue) => ({
      ...cue,
      start: Math.max(0, cue.start - fromMs),
      end: Math.min(toMs, cue.end) - fromMs,
      text: cue.text.map((part) => (part.kind === 'time' ? { ...part, at: part.at - fromMs } : part)),
    }))
}
