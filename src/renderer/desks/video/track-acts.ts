import { uuidv7 } from 'uuidv7'
import {
  addCue,
  changeCueText,
  extendToNext,
  linkCue,
  mergeCues,
  removeCues,
  setTimes,
  splitCue,
} from '#documents/track/edit-track.ts'
import { retypedRuns } from '#documents/track/retyped-runs.ts'
import type { Run } from '#domain/blocks.ts'
import { framesLength, snapToFrame } from '#domain/cues/frame-rate.ts'
import type { SubtitleRules } from '#domain/cues/subtitle-rules.ts'
import { cueWords, hasWords, seenOf, type TrackCue } from '#domain/cues/track.ts'
import type { CueRow } from './cue-rows.ts'
import type { TrackHand } from './track-hand.ts'

/** How long a new cue is before somebody says where it ends. */
const usualLength = 2000

/** What a person does to a track; each is one step back (but typing, which is one a few moments). */
export function createTrackActs(hand: TrackHand, source: TrackHand | null, rules: SubtitleRules) {
  const { store } = hand
  const { frameRate } = store.about
  const gap = framesLength(rules.gapFrames, frameRate ?? { numerator: 24, denominator: 1 })
  const between = rules.unit === 'fullWidth' && rules.language === 'zh' ? '' : ' '
  const seenNow = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const found = source?.store.find(id)
      return found ? [seenOf(found)] : []
    })

  return {
    /** Words as they are typed; a line that has no cue yet gets one with its source's times. Answers the cue. */
    write({ target, source: from }: CueRow, text: string, caret: number): string | null {
      if (target) {
        hand.type((doc) => {
          changeCueText(doc, target.id, target.runs, retypedRuns(target.runs, text, caret), caret)
          if (!hasWords(target) && target.sources.length > 0)
            linkCue(doc, target.id, target.sources, seenNow(target.sources))
        })
        return target.id
      }
      if (!from || text === '') return null
      const id = uuidv7()
      hand.type((doc) =>
        addCue(doc, {
          ...timesOf(from),
          id,
          runs: [{ text, marks: {} }],
          sources: [from.id],
          seen: [seenOf(from)],
        }),
      )
      return id
    },
    replace(cue: TrackCue, runs: readonly Run[]): void {
      hand.edit((doc) => changeCueText(doc, cue.id, cue.runs, runs))
    },
    add(at: number, until?: number): string {
      const id = uuidv7()
      const start = snapToFrame(at, frameRate)
      const next = store.cues.get().find((cue) => cue.start > start)
      const end =
        until ??
        Math.min(snapToFrame(start + usualLength, frameRate), next?.start ?? Number.POSITIVE_INFINITY)
      hand.edit((doc) => addCue(doc, { id, start, end: Math.max(end, start + 100) }))
      return id
    },
    remove: (ids: readonly string[]) => hand.edit((doc) => removeCues(doc, ids)),
    setStart(cue: TrackCue, at: number): void {
      const start = snapToFrame(at, frameRate)
      hand.edit((doc) => setTimes(doc, [{ id: cue.id, start, end: Math.max(cue.end, start + gap) }]))
    },
    setEnd(cue: TrackCue, at: number): void {
      const end = snapToFrame(at, frameRate)
      if (end > cue.start) hand.edit((doc) => setTimes(doc, [{ id: cue.id, start: cue.start, end }]))
    },
    /** At the caret; where the clip stands inside the cue that is where the second begins, else by the words. */
    split(cue: TrackCue, offset: number, now: number): string {
      const fresh = uuidv7()
      const length = Math.max(1, cueWords(cue).length)
      const byWords = cue.start + ((cue.end - cue.start) * offset) / length
      const inside = now > cue.start + gap && now < cue.end - gap
      const at = snapToFrame(inside ? now : byWords, frameRate)
      hand.edit((doc) => splitCue(doc, { id: cue.id, fresh, offset, at }))
      return fresh
    },
    mergeWithNext(cue: TrackCue): void {
      const cues = store.cues.get()
      const next = cues[cues.findIndex(({ id }) => id === cue.id) + 1]
      if (next) hand.edit((doc) => mergeCues(doc, [cue.id, next.id], between))
    },
    extend: (cue: TrackCue) =>
      hand.edit((doc) => extendToNext(doc, store.cues.get(), [cue.id], gap, rules.longestMs)),
    /** Says that a cue fits its source as that is now. */
    accept(cue: TrackCue): void {
      if (cue.sources.length === 0) return
      const ids = cue.sources.filter((id) => source?.store.find(id))
      hand.edit((doc) => linkCue(doc, cue.id, ids, seenNow(ids)))
    },
    /** Takes the times that the source has now. */
    takeTimes(cue: TrackCue): void {
      const from = cue.sources.flatMap((id) => source?.store.find(id) ?? [])
      if (from.length === 0) return
      const start = Math.min(...from.map((each) => each.start))
      const end = Math.max(...from.map((each) => each.end))
      hand.edit((doc) => {
        setTimes(doc, [{ id: cue.id, start, end }])
        linkCue(doc, cue.id, cue.sources, seenNow(cue.sources))
      })
    },
  }
}
function timesOf({ start, end, place }: TrackCue) {
  return { start, end, place }
}
