import { type Article, metadataNames } from './article.ts'
import { type Block, type BlockKind, blockText, mergeRuns, sameMarks } from './blocks.ts'
import { cueTimesIn } from './cues/cue-times.ts'
import { type MarkedPiece, markPieces } from './marked-pieces.ts'
import { diffTexts } from './text-diff.ts'

export type AttributeChange = { name: string; from: string; to: string }
export type BlockDiff = {
  block: string
  kind: BlockKind
  change: 'same' | 'changed' | 'added' | 'removed' | 'moved'
  formerKind: BlockKind | null
  pieces: MarkedPiece[]
  attributes: AttributeChange[]
  /** The picture that the block shows, in the newer text where it is in both. */
  asset: string | null
}
export type ArticleDifference = {
  metadata: AttributeChange[]
  blocks: BlockDiff[]
  /** Lengths in characters (UTF-16 units) of what came and went. */
  added: number
  removed: number
}

/**
 * What changed from one text of an article to another, block by block in the order of the newer one; a removed
 * block stands behind the block it stood behind. Blocks are matched by id, and those left over by equal text.
 */
export function diffArticles(from: Article, to: Article): ArticleDifference {
  const former = matchBlocks(from.blocks, to.blocks)
  const moved = movedBlocks(to.blocks, former, from.blocks)
  const [before, after] = [cueTimesIn(from), cueTimesIn(to)]
  const present = to.blocks.map((block) => {
    const difference = diffBlock(former.get(block), block, moved.has(block))
    return withTimes(difference, before.get(former.get(block)?.id ?? ''), after.get(block.id))
  })
  const blocks = placeRemoved(from.blocks, to.blocks, former, present)
  const pieces = blocks.flatMap((block) => block.pieces)
  return {
    metadata: diffMetadata(from, to),
    blocks,
    added: lengthOf(pieces, 'added'),
    removed: lengthOf(pieces, 'removed'),
  }
}

/** True when nothing a reader or a channel could see differs: block ids do not count. */
export function sameArticle(left: Article, right: Article): boolean {
  const difference = diffArticles(left, right)
  return difference.metadata.length === 0 && difference.blocks.every((block) => block.change === 'same')
}

function matchBlocks(from: readonly Block[], to: readonly Block[]): ReadonlyMap<Block, Block> {
  const byId = new Map(from.map((block) => [block.id, block]))
  const matches = new Map<Block, Block>()
  const free = new Set(from)
  for (const block of to) {
    const same = byId.get(block.id)
    if (same && free.delete(same)) matches.set(block, same)
  }
  const byText = new Map([...free].reverse().map((block) => [`${block.kind}\n${blockText(block)}`, block]))
  for (const block of to) {
    if (matches.has(block) || blockText(block) === '') continue
    const same = byText.get(`${block.kind}\n${blockText(block)}`)
    if (same && free.delete(same)) matches.set(block, same)
  }
  return matches
}

/** Blocks outside the longest run that kept its order: the fewest that had to move. */
function movedBlocks(
  to: readonly Block[],
  former: ReadonlyMap<Block, Block>,
  from: readonly Block[],
): ReadonlySet<Block> {
  const place = new Map(from.map((block, index) => [block, index]))
  const kept = to.flatMap((block) => {
    const before = former.get(block)
    return before ? [{ block, at: place.get(before) ?? 0 }] : []
  })
  const stay = longestIncreasing(kept.map((item) => item.at))
  return new Set(kept.filter((_, index) => !stay.has(index)).map((item) => item.block))
}

/** Indexes of one longest strictly increasing subsequence (patience sorting, O(n log n)). */
function longestIncreasing(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []
  const previous: number[] = []
  values.forEach((value, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = index
  })
  const chosen = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) chosen.add(index)
  return chosen
}

function diffBlock(before: Block | undefined, block: Block, moved: boolean): BlockDiff {
  const texts = diffTexts(before ? blockText(before) : '', blockText(block))
  const pieces = markPieces(texts, before?.runs ?? [], block.runs)
  const attributes = before ? diffAttributes(before, block) : attributesOf(block)
  const formerKind = before && before.kind !== block.kind ? before.kind : null
  const same =
    pieces.every((piece) => piece.change === 'same') && attributes.length === 0 && formerKind === null
  const change = !before ? 'added' : !same ? 'changed' : moved ? 'moved' : 'same'
  return {
    block: block.id,
    kind: block.kind,
    change,
    formerKind,
    pieces,
    attributes,
    asset: block.asset ?? null,
  }
}

/** A cue that stands at another time is another cue, whatever it says. */
function withTimes(difference: BlockDiff, from = '', to = ''): BlockDiff {
  if (from === to) return difference
  const { change, attributes } = difference
  return {
    ...difference,
    change: change === 'same' || change === 'moved' ? 'changed' : change,
    attributes: [...attributes, { name: 'times', from, to }],
  }
}

function removedBlock(block: Block): BlockDiff {
  const pieces = markPieces([{ change: 'removed', text: blockText(block) }], block.runs, [])
  const { id, kind, asset = null } = block
  return { block: id, kind, change: 'removed', formerKind: null, pieces, attributes: [], asset }
}

function placeRemoved(
  from: readonly Block[],
  to: readonly Block[],
  former: ReadonlyMap<Block, Block>,
  present: readonly BlockDiff[],
): BlockDiff[] {
  const later = new Map(to.map((block, index) => [former.get(block), index]))
  const behind = new Map<number, BlockDiff[]>()
  let anchor = -1
  for (const block of from) {
    const index = later.get(block)
    if (index !== undefined) anchor = index
    else behind.set(anchor, [...(behind.get(anchor) ?? []), removedBlock(block)])
  }
  return [
    ...(behind.get(-1) ?? []),
    ...present.flatMap((item, index) => [item, ...(behind.get(index) ?? [])]),
  ]
}

const textAttributes = ['alt', 'credit', 'asset', 'indent'] as const

function diffAttributes(before: Block, block: Block): AttributeChange[] {
  const changes = textAttributes.flatMap((name) => {
    const from = String(before[name] ?? '')
    const to = String(block[name] ?? '')
    return from === to ? [] : [{ name, from, to }]
  })
  return sameFormatting(before, block) ? changes : [...changes, { name: 'formatting', from: '', to: '' }]
}

function attributesOf(block: Block): AttributeChange[] {
  return textAttributes.flatMap((name) => (block[name] ? [{ name, from: '', to: String(block[name]) }] : []))
}

/** Compares marks only where the text is the same: a changed text already shows. */
function sameFormatting(before: Block, block: Block): boolean {
  if (blockText(before) !== blockText(block)) return true
  const left = mergeRuns(before.runs)
  const right = mergeRuns(block.runs)
  return (
    left.length === right.length &&
    left.every((run, index) => {
      const other = right[index]
      return other !== undefined && run.text === other.text && sameMarks(run.marks, other.marks)
    })
  )
}

function diffMetadata(from: Article, to: Article): AttributeChange[] {
  return metadataNames.flatMap((name) => {
    const before = String(from.metadata[name])
    const after = String(to.metadata[name])
    return before === after ? [] : [{ name, from: before, to: after }]
  })
}

function lengthOf(pieces: readonly MarkedPiece[], change: MarkedPiece['change']): number {
  return pieces.reduce((sum, piece) => (piece.change === change ? sum + piece.text.length : sum), 0)
}
