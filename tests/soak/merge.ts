import { $getRoot, $isTextNode, $setCompositionKey } from 'lexical'
import { articleUpdate, readArticle } from '#documents/article.ts'
import { readOddities } from '#documents/oddities.ts'
import { emptyMetadata } from '#domain/article.ts'
import type { Block } from '#domain/blocks.ts'
import { $isBlock } from '#renderer/editor/binding/block-node.ts'
import { editOnce, type Letters, typeOn, typeSomewhere } from './edits.ts'
import { createHistory, type History, type Verdict } from './history.ts'
import { createRandom, type Random } from './random.ts'
import { createWriter, exchange, type Writer } from './writer.ts'

/** What one run found: beside the verdict on each letter, whether all that should be equal is. */
export type Outcome = Verdict &
  Readonly<{
    seed: number
    /** Letters typed by both. */
    typed: number
    /** Oddities shown at the end, for a person to settle. */
    marked: number
    /** Documents that differ, or an editor that shows something else than its document. */
    disagreements: readonly string[]
    /** What Lexical refused to do, by its message. */
    refusals: readonly string[]
  }>

const rounds = 3
const editsPerRound = 10

/**
 * Two people edit one article in two real editors without a network, three times over, and merge. Every
 * letter is its own, so that after a merge it can be asked of each whether it is there, once, and where.
 */
export function mergeRun(seed: number): Outcome {
  const random = createRandom(seed)
  const letters = createLetters()
  const start = articleUpdate({ metadata: emptyMetadata, blocks: startBlocks(random, letters) })
  // Which client id is lower decides ties in Yjs: both orders must do.
  const ids = random.chance(0.5) ? ([1, 2] as const) : ([2, 1] as const)
  const [one, other] = [createWriter(ids[0], start), createWriter(ids[1], start)]
  const history = createHistory(one.doc)
  const disagreements: string[] = []
  for (let round = 0; round < rounds; round++) {
    const resting = random.chance(0.5) ? random.pick([one, other]) : undefined
    const active = [one, other].filter((writer) => writer !== resting)
    const typed = resting && typeAndRest(resting, random, letters, history)
    if (resting) exchange(one, other)
    for (let count = 0; count < editsPerRound; count++) {
      for (const writer of active) {
        const name = history.watch(writer.doc, () => editOnce(writer, random, letters))
        if (!writer.binding.agrees()) disagreements.push(`editor after ${name} in round ${round}`)
      }
    }
    mergeWhileComposing(one, other, random.pick(active), random, letters, history)
    if (resting && typed) typeOnBehind(resting, typed, letters, history)
    exchange(one, other)
    history.see(one.doc)
    disagreements.push(...compare(one, other, round))
  }
  const refusals = [...one.refusals, ...other.refusals].map((error) => error.message)
  const found = {
    seed,
    typed: letters.count(),
    marked: readOddities(one.doc).length,
    disagreements,
    refusals,
  }
  one.binding.destroy()
  other.binding.destroy()
  return { ...found, ...history.judge(one.doc) }
}

function createLetters(): Letters & { count(): number } {
  let count = 0
  return { fresh: () => String.fromCharCode(0xe000 + count++), count: () => count }
}

/** Letters that take several code units, one for each block. */
const oddLetters = ['e\u0301', '👩‍🌾', 'ế', '\u1112\u1161\u11ab', 'u\u031b\u0303', '🇻', 's\u0323\u0307']

function startBlocks(random: Random, letters: Letters): readonly Block[] {
  return oddLetters.map((odd, index) => {
    const unique = Array.from({ length: random.below(8) }, () => letters.fresh()).join('')
    const text = `${unique.slice(0, 3)}${odd}${unique.slice(3)}`
    return {
      id: `b${index}`,
      kind: random.pick(['title', 'paragraph', 'bullet']),
      runs: [{ text, marks: {} }],
    }
  })
}

/** Types a letter and stays behind it; answers the letter. */
function typeAndRest(writer: Writer, random: Random, letters: Letters, history: History): string {
  const letter = letters.fresh()
  history.watch(writer.doc, () => typeSomewhere(writer, random, letter))
  return letter
}

/** Goes on typing where the caret is by now: that must still be the place, or marked. */
function typeOnBehind(writer: Writer, behind: string, letters: Letters, history: History): void {
  const letter = letters.fresh()
  history.watch(writer.doc, () => typeOn(writer, letter))
  history.belongs(letter, behind)
}

/** One of them may be in the middle of a composition when the other's edits come. */
function mergeWhileComposing(
  one: Writer,
  other: Writer,
  composer: Writer,
  random: Random,
  letters: Letters,
  history: History,
): void {
  const key = random.chance(0.5) ? someText(composer, random) : null
  if (key !== null) composer.editor.update(() => $setCompositionKey(key), { discrete: true })
  exchange(one, other)
  if (key !== null) {
    history.watch(composer.doc, () => {
      composer.editor.update(() => $typeInto(key, letters.fresh()), { discrete: true })
      composer.editor.update(() => $setCompositionKey(null), { discrete: true })
      composer.editor.update(() => $getRoot().getFirstChild()?.markDirty(), { discrete: true })
      return 'compose'
    })
    exchange(one, other)
  }
}

function someText(writer: Writer, random: Random): string | null {
  return writer.editor.getEditorState().read(() => {
    const texts = $getRoot().getAllTextNodes()
    return texts.length > 0 ? random.pick(texts).getKey() : null
  })
}

function $typeInto(key: string, letter: string): void {
  const node = $getRoot()
    .getAllTextNodes()
    .find((text) => text.getKey() === key)
  if ($isTextNode(node) && $isBlock(node.getTopLevelElement())) node.spliceText(0, 0, letter, false)
}

function compare(one: Writer, other: Writer, round: number): readonly string[] {
  const [left, right] = [readArticle(one.doc), readArticle(other.doc)]
  const problems: string[] = []
  if (JSON.stringify(left) !== JSON.stringify(right)) problems.push(`documents in round ${round}`)
  if (!one.binding.agrees() || !other.binding.agrees())
    problems.push(`editor after the merge of round ${round}`)
  return problems
}
