import type { MemoryUnit } from '#contract/memory.ts'
import { memoryLanguage } from '#domain/memory/unit.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import type { Concept } from '#domain/terms/termbase.ts'
import { conceptName, holdsWords, nameIn } from '#renderer/ui/terms/concept-search.ts'

/** Something that was found: words of the one language beside those of the other. */
export type Hit = Readonly<{
  key: string
  source: string
  target: string
  /** The unit of the memory, or null for a term. */
  unit: MemoryUnit | null
}>

export type Pair = Readonly<{ from: string; to: string }>

/** Units as hits, each once: those found in the language the words are of come first, the source always on the left. */
export function memoryHits(units: readonly MemoryUnit[], pair: Pair): readonly Hit[] {
  const hits = new Map<string, Hit>()
  for (const unit of units) {
    const [source, target] = [textIn(unit, pair.from), textIn(unit, pair.to)]
    if (source !== undefined && target !== undefined && !hits.has(unit.unit))
      hits.set(unit.unit, { key: unit.unit, source, target, unit })
  }
  return [...hits.values()]
}

function textIn({ texts }: MemoryUnit, language: string): string | undefined {
  const text = texts.find((each) => memoryLanguage(each.language) === memoryLanguage(language))
  return text && plainText(text.text)
}

const mostTerms = 5

/** Terms that hold the words and have a form to write in the target's language. */
export function termHits(concepts: readonly Concept[], query: string, { from, to }: Pair): readonly Hit[] {
  if (query.trim() === '') return []
  return concepts
    .filter((concept) => nameIn(concept, to) !== '' && holdsWords(concept, query))
    .slice(0, mostTerms)
    .map((concept) => ({
      key: `term ${concept.id}`,
      source: nameIn(concept, from) || conceptName(concept),
      target: nameIn(concept, to),
      unit: null,
    }))
}
