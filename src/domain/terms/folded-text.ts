import { unifyTonePlacement } from '../folding.ts'

/** A text in lower case, and where each of its units stands in the text; one place more for the end. */
export type FoldedText = Readonly<{ folded: string; places: readonly number[] }>

const skipped = /^[\p{Cf}\u00ad]+$/u
const space = /^\s+$/u

/**
 * Lower case, NFC, one tone placement, single spaces, plain apostrophes and hyphens. Lengths may change: places say
 * where each unit was.
 */
export function foldWithPlaces(text: string): FoldedText {
  let folded = ''
  const places: number[] = []
  for (const [cluster, at] of clusters(text)) {
    if (skipped.test(cluster)) continue
    const unit = space.test(cluster) ? ' ' : foldCluster(cluster)
    if (unit === ' ' && folded.endsWith(' ')) continue
    folded += unit
    for (let index = 0; index < unit.length; index += 1) places.push(at)
  }
  places.push(text.length)
  // the same letters in other places of the same syllable: lengths stay
  return { folded: unifyTonePlacement(folded), places }
}

/** A letter with its combining marks, and where it starts. */
function* clusters(text: string): Generator<readonly [string, number]> {
  for (const match of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) yield [match[0], match.index]
}

function foldCluster(cluster: string): string {
  return cluster
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\u2010\u2011]/gu, '-')
}
