import { type CodedText, plainText } from '../segments/coded-text.ts'
import { exactKey, scriptOf } from './match-key.ts'
import { type MatchToken, matchTokens } from './tokens.ts'

/**
 * How well a stored sentence serves for another, in whole percent:
 *
 * - 101: the same sentence with the same codes, between the same neighbours (see `withContext`);
 * - 100: the same sentence with the same codes; tone placement, Unicode form and spaces do not count;
 * - 95 to 99: the same words, but numbers, capitals, marks or codes differ (one point for each of the four, capped);
 * - up to 94: 100 × (1 − cost / weight), rounded down. The cost is that of the cheapest way to turn one row of tokens
 *   into the other (`matchTokens`: Vietnamese syllables, English words, Chinese characters, Korean syllables). A
 *   word or a number weighs 1, a mark 0.2; a number stands for any number free of cost; a word for a like word (the
 *   same opening, at least two thirds of it: province, provinces) costs a third. The weight is the heavier side's.
 */
export function matchScore(stored: CodedText, asked: CodedText, language: string): number {
  const left = plainText(stored)
  const right = plainText(asked)
  const codes = codeShape(stored) === codeShape(asked)
  if (exactKey(left) === exactKey(right)) return codes ? 100 : 99
  const script = scriptOf(language)
  const from = matchTokens(left, script)
  const to = matchTokens(right, script)
  if (sameWords(from, to)) return Math.max(95, 100 - smallDifferences(from, to) - (codes ? 0 : 1))
  const weight = Math.max(weightOf(from), weightOf(to))
  if (weight === 0) return 0
  const score = Math.floor(100 * (1 - editCost(from, to) / weight) + 1e-9)
  return Math.max(0, Math.min(94, score - (codes ? 0 : 1)))
}

/** The neighbours' part of a match: 101 where a 100 stands between the same sentences. */
export function withContext(
  score: number,
  neighbours: Readonly<{ before: boolean; after: boolean }>,
): number {
  return score === 100 && neighbours.before && neighbours.after ? 101 : score
}

function codeShape(text: CodedText): string {
  return text.flatMap((part) => (typeof part === 'string' ? [] : [`${part.code}:${part.mark}`])).join(' ')
}

const words = (tokens: readonly MatchToken[]) =>
  tokens.flatMap(({ kind, key }) => (kind === 'mark' ? [] : [key])).join(' ')

function sameWords(from: readonly MatchToken[], to: readonly MatchToken[]): boolean {
  return words(from) === words(to)
}

/** One for numbers, one for capitals, one for marks that differ. */
function smallDifferences(from: readonly MatchToken[], to: readonly MatchToken[]): number {
  const differ = (kind: MatchToken['kind']) => {
    const written = (tokens: readonly MatchToken[]) =>
      tokens.flatMap((token) => (token.kind === kind ? [token.text] : [])).join(' ')
    return written(from) === written(to) ? 0 : 1
  }
  return differ('number') + differ('word') + differ('mark')
}

const markWeight = 0.2
const likeCost = 1 / 3

function weightOf(tokens: readonly MatchToken[]): number {
  return tokens.reduce((sum, token) => sum + tokenWeight(token), 0)
}

function tokenWeight({ kind }: MatchToken): number {
  return kind === 'mark' ? markWeight : 1
}

/** Levenshtein over tokens with these weights; two rows of the table at a time. */
function editCost(from: readonly MatchToken[], to: readonly MatchToken[]): number {
  let above = new Float64Array(to.length + 1)
  let row = new Float64Array(to.length + 1)
  to.forEach((token, at) => {
    above[at + 1] = (above[at] as number) + tokenWeight(token)
  })
  for (const left of from) {
    const weight = tokenWeight(left)
    row[0] = (above[0] as number) + weight
    for (let at = 0; at < to.length; at += 1) {
      const right = to[at] as MatchToken
      row[at + 1] = Math.min(
        (above[at] as number) + exchangeCost(left, right),
        (above[at + 1] as number) + weight,
        (row[at] as number) + tokenWeight(right),
      )
    }
    ;[above, row] = [row, above]
  }
  return above[to.length] as number
}

function exchangeCost(left: MatchToken, right: MatchToken): number {
  if (left.key === right.key) return 0
  if (left.kind === 'word' && right.kind === 'word' && isLike(left.key, right.key)) return likeCost
  return Math.max(tokenWeight(left), tokenWeight(right))
}

const shortestLike = 4

function isLike(left: string, right: string): boolean {
  const longer = Math.max(left.length, right.length)
  if (Math.min(left.length, right.length) < shortestLike) return false
  let shared = 0
  while (shared < longer && left[shared] === right[shared]) shared += 1
  return shared * 3 >= longer * 2
}
