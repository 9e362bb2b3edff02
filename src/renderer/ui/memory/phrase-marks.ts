import { foldText, queryPhrases } from '#domain/folding.ts'

/** Where a text has what was asked for, in UTF-16 units of the text. */
export type PhraseMark = Readonly<{ start: number; end: number }>

type Token = PhraseMark & Readonly<{ word: string }>
type Phrase = Readonly<{ words: readonly string[]; begun: boolean }>

/**
 * The places of a concordance query in a text, as the memory finds them: case and marks do not matter (LANG1), the query
 * is one phrase whose last word may only be begun, unless parts of it stand in quotes.
 */
export function phraseMarks(text: string, query: string): readonly PhraseMark[] {
  const tokens = tokensOf(text)
  const marks = phrasesOf(query).flatMap((phrase) => placesOf(tokens, phrase))
  return marks.sort((one, other) => one.start - other.start)
}

function phrasesOf(query: string): readonly Phrase[] {
  if (query.includes('"'))
    return queryPhrases(query).map((phrase) => ({ words: phrase.split(' '), begun: false }))
  const words = foldText(query).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 0 ? [] : [{ words, begun: true }]
}

function placesOf(tokens: readonly Token[], { words, begun }: Phrase): readonly PhraseMark[] {
  const places: PhraseMark[] = []
  for (let at = 0; at + words.length <= tokens.length; at += 1) {
    const matches = words.every((word, index) => {
      const found = tokens[at + index]?.word ?? ''
      return begun && index === words.length - 1 ? found.startsWith(word) : found === word
    })
    const [first, last] = [tokens[at], tokens[at + words.length - 1]]
    if (!matches || first === undefined || last === undefined) continue
    places.push({ start: first.start, end: last.end })
    at += words.length - 1
  }
  return places
}

/** The folded words of a text and where they stand in it; a Chinese or Korean letter is a word. */
function tokensOf(text: string): readonly Token[] {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const piece = foldText(cluster)
    folded += piece
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(index)
      ends.push(index + cluster.length)
    }
  }
  return [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word,
    start: starts[index] ?? 0,
    end: ends[index + word.length - 1] ?? text.length,
  }))
}
