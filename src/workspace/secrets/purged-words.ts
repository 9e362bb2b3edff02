import { type Article, emptyMetadata } from '#domain/article.ts'
import { exactKey } from '#domain/memory/match-key.ts'
import { judgedParts } from '#domain/secret-stamps.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { segmentsOf } from '../documents/segment-memory.ts'
import type { PurgeTarget } from './purge.ts'

/** True for a text that holds a purged line or sentence. */
export type HoldsWords = (text: string) => boolean
export type PurgedWords = Readonly<{ words: readonly string[]; holds: HoldsWords }>

/** Shorter ones stand anywhere. */
const shortest = 8

/** Lines and sentences of all forms of what is purged, but those that the article goes on saying. */
export function purgedWords(forms: Iterable<Article>, target: PurgeTarget, next: Article): PurgedWords {
  const staying = new Set(judgedParts(next).flatMap(({ text }) => text.split('\n').map(plain)))
  for (const sentence of sentencesOf(next)) staying.add(sentence)
  const purged = new Set<string>()
  for (const form of forms) {
    const { block } = target
    const lines = judgedParts(form).filter(({ id }) => block === null || id === block)
    const blocks = form.blocks.filter(({ id }) => block === null || id === block)
    for (const line of lines.flatMap(({ text }) => text.split('\n').map(plain))) purged.add(line)
    for (const sentence of sentencesOf({
      metadata: { ...emptyMetadata, language: form.metadata.language },
      blocks,
    }))
      purged.add(sentence)
  }
  const words = [...purged].filter((each) => each.length >= shortest && !staying.has(each))
  return { words, holds: (text) => words.some((each) => plain(text).includes(each)) }
}

function sentencesOf(article: Article): readonly string[] {
  return segmentsOf(article).map(({ source }) => plain(plainText(source)))
}

/** Spaces, capitals, the place of a tone mark and what cannot be seen make no other text of it. */
function plain(text: string): string {
  return exactKey(text).toLowerCase()
}
