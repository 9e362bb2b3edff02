import type * as Y from 'yjs'
import { type BlockKind, blockKinds, type Run } from '#domain/blocks.ts'
import { type Piece, readPieces } from './pieces.ts'
import { type BlockValue, blockValues } from './roots.ts'
import { canonicalRuns } from './runs.ts'

/** What the text of a block is made of, without alternative text and credit. */
export type BlockContent = Readonly<{
  id: string
  kind: BlockKind
  runs: readonly Run[]
  indent?: number
  asset?: string
}>

/** A block as it is shown. */
export type BodyBlock = BlockContent &
  Readonly<{
    /** The block its markers name. `id` differs from it where the same block stands in two places. */
    block: string
    /** Indexes of its pieces; hidden ones may lie between them. */
    pieces: readonly number[]
  }>

export type Body = Readonly<{ pieces: readonly Piece[]; blocks: readonly BodyBlock[] }>

/**
 * The body as it is shown: markers flagged gone are hidden while nothing stands behind them, joined pieces
 * belong to the block before them. Reading never writes, so that every machine sees the same from the same
 * document and no two of them repair it at once. `held` is the marker of a hidden block that is shown all the
 * same, because somebody's caret stands in it.
 */
export function readBody(doc: Y.Doc, held?: string): Body {
  const pieces = readPieces(doc)
  const groups = groupPieces(pieces, held)
  const ids = blockIds(pieces, groups)
  const values = blockValues(doc)
  const blocks = groups.map((group, index) => makeBlock(pieces, group, ids[index] ?? '', values))
  return { pieces, blocks }
}

type Group = readonly number[]

function groupPieces(pieces: readonly Piece[], held: string | undefined): readonly Group[] {
  const byMarker = new Map(pieces.map((piece) => [piece.marker, piece]))
  const groups: number[][] = []
  for (const [index, piece] of pieces.entries()) {
    const current = groups.at(-1)
    if (current && continues(piece, current, pieces, byMarker)) current.push(index)
    else if (piece.length > 0 || !isPassing(piece) || piece.marker === held) groups.push([index])
  }
  return groups
}

/** Shown only for the text in it. */
function isPassing(piece: Piece): boolean {
  return piece.gone || piece.joinedTo !== undefined || piece.marker === ''
}

/** A joined piece follows its target, or what was split off from it. Anywhere else it stands on its own. */
function continues(
  piece: Piece,
  group: Group,
  pieces: readonly Piece[],
  byMarker: ReadonlyMap<string, Piece>,
): boolean {
  const target = piece.joinedTo
  return target !== undefined && group.some((index) => descends(pieces[index], target, byMarker))
}

function descends(piece: Piece | undefined, from: string, byMarker: ReadonlyMap<string, Piece>): boolean {
  const seen = new Set<Piece>()
  for (let at = piece; at && !seen.has(at); at = at.splitFrom ? byMarker.get(at.splitFrom) : undefined) {
    if (at.marker === from) return true
    seen.add(at)
  }
  return false
}

/**
 * The first place of a block bears its id, living places before those that were left; any other is named
 * after its marker, so that every block shown has an id of its own.
 */
function blockIds(pieces: readonly Piece[], groups: readonly Group[]): readonly string[] {
  const heads = groups.map((group) => pieces[group[0] ?? 0])
  const owners = new Map<string, Piece>()
  for (const gone of [false, true]) {
    for (const head of heads) {
      if (head && head.gone === gone && !owners.has(head.block)) owners.set(head.block, head)
    }
  }
  return heads.map((head) => (head && owners.get(head.block) === head ? head.block : (head?.marker ?? '')))
}

function makeBlock(pieces: readonly Piece[], group: Group, id: string, values: Y.Map<BlockValue>): BodyBlock {
  const head = pieces[group[0] ?? 0]
  const block = head?.block ?? id
  const value = (name: string) => values.get(`${head?.marker}/${name}`) ?? values.get(`${block}/${name}`)
  const runs = canonicalRuns(group.flatMap((index) => pieces[index]?.runs ?? []))
  const indent = value('indent')
  const asset = value('asset')
  return {
    id,
    block,
    kind: shownKind(value('kind'), runs),
    runs,
    ...(typeof indent === 'number' && indent > 0 && { indent }),
    ...(typeof asset === 'string' && asset !== '' && { asset }),
    pieces: group,
  }
}

/** A divider somebody typed into is shown as a paragraph: text is never hidden. */
function shownKind(value: BlockValue | undefined, runs: readonly Run[]): BlockKind {
  const kind = blockKinds.find((known) => known === value) ?? 'paragraph'
  return kind === 'divider' && runs.length > 0 ? 'paragraph' : kind
}
