import { cueWords, hasWords, type TrackCue } from './track.ts'

/** How a source cue differs from what it was when a cue was written from it. */
export type SourceChange = Readonly<{
  cue: string
  change: 'words' | 'times' | 'gone'
  /** Its words then. */
  before: string
}>

/**
 * What changed in the source since a cue was written from it (FLOW1); nothing for a cue without words, which is open
 * anyway. Words count before times.
 */
export function sourceChanges(
  cue: TrackCue,
  sources: ReadonlyMap<string, TrackCue>,
): readonly SourceChange[] {
  if (!hasWords(cue)) return []
  return cue.seen.flatMap((seen): readonly SourceChange[] => {
    if (!cue.sources.includes(seen.cue)) return []
    const now = sources.get(seen.cue)
    const base = { cue: seen.cue, before: seen.text }
    if (!now) return [{ ...base, change: 'gone' }]
    if (cueWords(now).normalize('NFC') !== seen.text) return [{ ...base, change: 'words' }]
    return now.start === seen.start && now.end === seen.end ? [] : [{ ...base, change: 'times' }]
  })
}

/** How far a track is: cues with words, those without, those whose source changed, source cues that nothing says. */
export type TrackCounts = Readonly<{ cues: number; open: number; stale: number }>

/** `source` is null for a track that stands by itself. */
export function countTrack(cues: readonly TrackCue[], source: readonly TrackCue[] | null): TrackCounts {
  const sources = new Map((source ?? []).map((cue) => [cue.id, cue]))
  const said = new Set(cues.filter(hasWords).flatMap((cue) => cue.sources))
  const empty = cues.filter((cue) => !hasWords(cue) && !cue.sources.some((id) => sources.has(id)))
  const unsaid = (source ?? []).filter((cue) => hasWords(cue) && !said.has(cue.id))
  return {
    cues: cues.length,
    open: empty.length + unsaid.length,
    stale: source === null ? 0 : cues.filter((cue) => sourceChanges(cue, sources).length > 0).length,
  }
}
