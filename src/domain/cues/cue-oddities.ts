import { type Cue, plainCueText } from './cue.ts'

export type CueOddity = 'empty-cue' | 'end-before-start' | 'out-of-order' | 'overlap'

/** What is odd in each cue's times and text, in the order of a track. Nothing here is forbidden in a file. */
export function cueOddities(cues: readonly Cue[]): readonly (readonly CueOddity[])[] {
  let latestStart = 0
  let latestEnd = 0
  return cues.map((cue) => {
    const found: CueOddity[] = []
    if (plainCueText(cue.text).trim() === '') found.push('empty-cue')
    if (cue.end < cue.start) found.push('end-before-start')
    if (cue.start < latestStart) found.push('out-of-order')
    else if (cue.start < latestEnd) found.push('overlap')
    latestStart = Math.max(latestStart, cue.start)
    latestEnd = Math.max(latestEnd, cue.end)
    return found
  })
}
