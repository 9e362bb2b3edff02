import { hasWords, type TrackCue } from '#domain/cues/track.ts'

/**
 * A line of the list. A source cue that several cues say stands beside the first of them and faintly beside the others
 * (`again`); a source cue that is said by a cue further up has none of its own (`within`).
 */
export type CueRow = Readonly<{
  key: string
  source: TrackCue | null
  again: boolean
  target: TrackCue | null
  within: string | null
}>

/** Cues beside the cues they are made from, in the order of time; `source` is null for a track that stands by itself. */
export function pairRows(cues: readonly TrackCue[], source: readonly TrackCue[] | null): readonly CueRow[] {
  if (source === null) return cues.map((target) => row({ target }))
  const order = new Map(source.map(({ id }, at) => [id, at]))
  const home = (cue: TrackCue) =>
    cue.sources
      .filter((id) => order.has(id))
      .sort((left, right) => (order.get(left) ?? 0) - (order.get(right) ?? 0))[0]
  const byHome = Map.groupBy(cues, home)
  const sayers = new Map(cues.flatMap((cue) => cue.sources.map((id) => [id, cue.id] as const)))
  const paired = source.flatMap((cue): readonly CueRow[] => {
    const own = byHome.get(cue.id) ?? []
    if (own.length === 0) return [row({ source: cue, within: sayers.get(cue.id) ?? null })]
    return own.map((target, at) => row({ source: cue, again: at > 0, target }))
  })
  const alone = (byHome.get(undefined) ?? []).map((target) => row({ target }))
  return [...paired, ...alone].sort((left, right) => startOf(left) - startOf(right))
}

function row(parts: Partial<Omit<CueRow, 'key'>>): CueRow {
  const { source = null, target = null, again = false, within = null } = parts
  return { key: target?.id ?? `source ${source?.id}`, source, target, again, within }
}

function startOf({ source, target }: CueRow): number {
  return source?.start ?? target?.start ?? 0
}

/** True while a line waits for words. */
export function isOpenRow({ source, target, within }: CueRow): boolean {
  if (target) return !hasWords(target)
  return source !== null && within === null && hasWords(source)
}

/** The line that stands at a moment: the one on show, else the last one before it. */
export function rowAt(rows: readonly CueRow[], at: number): CueRow | undefined {
  const times = ({ source, target }: CueRow) => target ?? source
  const shown = rows.find((each) => {
    const cue = times(each)
    return cue !== null && cue.start <= at && at < cue.end
  })
  return shown ?? rows.findLast((each) => (times(each)?.start ?? Number.POSITIVE_INFINITY) <= at)
}
