import { placeId } from '../segments/segments.ts'
import type { SourceRow } from './source-rows.ts'
import { isAside, type Neighbours, type TargetText } from './target-texts.ts'

/** A field of a block where a text's sentence stood and stands no more. */
export type Orphan = Readonly<{
  text: TargetText
  /** `<block>/<field>` */
  field: string
  /** True when the text stands elsewhere all the same. */
  live: boolean
  /** How many of the places it lost here nothing that stands here was made for. */
  open: number
  /** What stood around it where it was lost. */
  neighbours: readonly Neighbours[]
}>

/**
 * Where texts lost their sentence. That the same sentence stands elsewhere does not matter: of two identical ones,
 * one may have been changed.
 */
export function orphanOccurrences(
  sources: readonly SourceRow[],
  texts: readonly TargetText[],
  live: ReadonlySet<string>,
): readonly Orphan[] {
  const present = new Set(sources.map(({ segment }) => `${segment.key}|${placeId(segment.place)}`))
  const keys = new Set(sources.map(({ segment }) => segment.key))
  const heirs = heirsOf(texts.filter(({ id }) => live.has(id)))
  return texts
    .filter((text) => !isAside(text))
    .flatMap((text) => {
      const places = text.own === null ? [...text.places.keys()] : [text.own]
      const gone = places.filter((place) => !present.has(`${text.key}|${place}`))
      const lost = Map.groupBy(gone, fieldOf)
      if (places.length === 0 && !keys.has(text.key)) lost.set('', [])
      return [...lost].sort(byField).map(([field, at]) => {
        const open = Math.max(0, at.length - (heirs.get(`${text.id} ${field}`) ?? 0))
        const neighbours = at.flatMap((place) => text.places.get(place) ?? [])
        return { text, field, live: live.has(text.id), open, neighbours }
      })
    })
}

/** How many texts that stand in a field were made from a text, by `<id> <field>`. */
function heirsOf(texts: readonly TargetText[]): ReadonlyMap<string, number> {
  const heirs = new Map<string, number>()
  for (const { from, places } of texts) {
    for (const field of new Set([...places.keys()].map(fieldOf))) {
      for (const former of from) {
        const at = `${former.id} ${field}`
        heirs.set(at, (heirs.get(at) ?? 0) + 1)
      }
    }
  }
  return heirs
}

function fieldOf(place: string): string {
  return place.slice(0, place.lastIndexOf('/'))
}

function byField([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1
}
