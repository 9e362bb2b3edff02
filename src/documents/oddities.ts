import type * as Y from 'yjs'
import { assertNever } from '#domain/result.ts'
import { type Body, type BodyBlock, readBody } from './body.ts'
import { type Doubled, doubledLetters } from './doubled-letters.ts'
import { flagGone, flagOwn, freshMarker, insertEnd, insertHead, unflagGone, unflagJoined } from './markers.ts'
import { forgetMoves } from './moves.ts'
import { type Piece, pieceExtent, pieceStarts, readPieces, textStart } from './pieces.ts'
import { removeText } from './remove-text.ts'
import { attributeTextNames, blockValues, bodyText } from './roots.ts'
import { copyAttributes } from './values.ts'
import { writeBody } from './write-body.ts'

/**
 * What two people did at once and no rule can settle for them. Everything typed is shown meanwhile.
 * - `typedIntoDeleted`: one deleted the block, the other typed in it;
 * - `typedIntoMoved`: one moved the block away, the other typed where it had stood;
 * - `movedTwice`: both moved the block, it now stands in two places;
 * - `textTwice`: both moved this text, one of them as part of another block; it now stands in two places;
 * - `joinUndone`: one joined the block to the one before it, the other put something between or took that away;
 * - `loose`: text outside of any block, which only a broken program can have left.
 */
export type OddityKind =
  | 'typedIntoDeleted'
  | 'typedIntoMoved'
  | 'movedTwice'
  | 'textTwice'
  | 'joinUndone'
  | 'loose'

/**
 * `keep` leaves the text where it stands, as a block like any other; `join` adds it to the end of the block
 * that was moved, or of the one before it; `drop` takes it away (revisions still have it).
 */
export type OddityChoice = 'keep' | 'join' | 'drop'

export type Oddity = Readonly<{
  /** Stable as long as the oddity lasts. */
  id: string
  kind: OddityKind
  /** The block shown that is odd, then the other places of the same block. */
  blocks: readonly [string, ...string[]]
  choices: readonly OddityChoice[]
}>

export function readOddities(doc: Y.Doc): readonly Oddity[] {
  return oddities(doc, readBody(doc)).map((found) => found.oddity)
}

/** Settles one oddity by an ordinary edit; one that is no longer there needs nothing. */
export function settleOddity(doc: Y.Doc, id: string, choice: OddityChoice): void {
  const body = readBody(doc)
  const found = oddities(doc, body).find(({ oddity }) => oddity.id === id)
  if (!found?.oddity.choices.includes(choice)) return
  doc.transact(() => settle(doc, body, found, choice))
}

type Found = Readonly<{
  oddity: Oddity
  block: BodyBlock
  piece: Piece
  index: number
  doubled: Doubled | undefined
}>

function oddities(doc: Y.Doc, body: Body): readonly Found[] {
  const allDoubled = doubledLetters(doc, body)
  return body.blocks.flatMap((block) =>
    block.pieces.flatMap((index) => {
      const piece = body.pieces[index]
      const doubled = allDoubled.get(index)
      const kind = piece && (oddityOf(body, block, piece) ?? (doubled && 'textTwice'))
      if (!piece || !kind) return []
      const others =
        kind === 'textTwice' && doubled
          ? doubled.blocks
          : otherPlaces(body, block, piece).map((other) => other.id)
      const id = `${kind}:${piece.marker || piece.block}`
      const oddity = { id, kind, blocks: [block.id, ...others] as const, choices: choicesOf(kind) }
      return [{ oddity, block, piece, index, doubled }]
    }),
  )
}

function oddityOf(body: Body, block: BodyBlock, piece: Piece): OddityKind | undefined {
  if (piece.marker === '') return 'loose'
  const isHead = body.pieces[block.pieces[0] ?? -1] === piece
  const places = isHead || piece.length > 0 ? otherPlaces(body, block, piece) : []
  if (piece.gone && piece.length > 0) return places.length > 0 ? 'typedIntoMoved' : 'typedIntoDeleted'
  if (!piece.gone && places.length > 0) return 'movedTwice'
  return isHead && piece.joinedTo !== undefined ? 'joinUndone' : undefined
}

/** Where else the block of a piece lives: blocks that are it, or that have its text joined to them. */
function otherPlaces(body: Body, block: BodyBlock, piece: Piece): readonly BodyBlock[] {
  return body.blocks.filter((other) => {
    const lives = (index: number, place: number) => {
      const found = body.pieces[index]
      return found?.block === piece.block && !found.gone && (place === 0 || found.length > 0)
    }
    return other !== block && other.pieces.some(lives)
  })
}

function choicesOf(kind: OddityKind): readonly OddityChoice[] {
  switch (kind) {
    case 'typedIntoMoved':
      return ['join', 'keep', 'drop']
    case 'joinUndone':
      return ['keep', 'join']
    // Which letters are too many is seen best in the text itself; once they are gone, so is the oddity.
    case 'textTwice':
      return ['keep']
    case 'typedIntoDeleted':
    case 'movedTwice':
    case 'loose':
      return ['keep', 'drop']
    default:
      return assertNever(kind)
  }
}

function settle(doc: Y.Doc, body: Body, found: Found, choice: OddityChoice): void {
  if (choice === 'keep') keep(doc, body, found)
  else if (choice === 'join') join(doc, body, found)
  else drop(doc, body, found)
}

function keep(doc: Y.Doc, body: Body, { oddity, block, piece, index, doubled }: Found): void {
  const start = pieceStarts(body.pieces)[index] ?? 0
  if (piece.gone) unflagGone(doc, piece.marker)
  if (piece.joinedTo !== undefined && block.pieces[0] === index) unflagJoined(doc, piece.marker)
  for (const marker of doubled?.moves ?? []) forgetMoves(doc, marker)
  if (oddity.kind === 'loose') enclose(doc, piece, start)
  else if (needsOwnBlock.has(oddity.kind)) becomeOwnBlock(doc, block, piece)
}

const needsOwnBlock: ReadonlySet<OddityKind> = new Set(['typedIntoMoved', 'movedTwice'])

/** Puts loose text into a block. */
function enclose(doc: Y.Doc, piece: Piece, start: number): void {
  if (!piece.closed) insertEnd(doc, start + pieceExtent(piece))
  const marker = freshMarker(doc)
  insertHead(doc, start, { b: marker, m: marker })
}

/** The place becomes a block that is named after its marker, alike on all machines that settle it so. */
function becomeOwnBlock(doc: Y.Doc, block: BodyBlock, { marker }: Piece): void {
  flagOwn(doc, marker)
  for (const name of ['kind', 'indent', 'asset'] as const) {
    const value = block[name]
    if (value !== undefined) blockValues(doc).set(`${marker}/${name}`, value)
  }
  for (const name of attributeTextNames) copyAttributes(doc, block.block, marker, name)
}

function join(doc: Y.Doc, body: Body, { oddity, block: odd, piece }: Found): void {
  const target =
    oddity.kind === 'joinUndone'
      ? body.blocks[body.blocks.indexOf(odd) - 1]
      : otherPlaces(body, odd, piece)[0]
  if (!target) return
  const joined = { ...target, runs: [...target.runs, ...odd.runs] }
  const rest = body.blocks.filter((block) => block !== odd)
  writeBody(
    doc,
    body,
    rest.map((block) => (block === target ? joined : block)),
  )
}

function drop(doc: Y.Doc, body: Body, { block, piece, oddity }: Found): void {
  const doomed = new Set([piece.marker])
  const kept = oddity.kind === 'movedTwice' ? otherPlaces(body, block, piece)[0] : undefined
  if (kept?.block === piece.block) {
    writeAnew(doc, body, kept)
    for (const index of kept.pieces) doomed.add(body.pieces[index]?.marker ?? '')
  }
  clearPieces(doc, doomed)
}

/**
 * Puts a block again where it stands. If two people settle one oddity, each for another of its two places,
 * both places must survive: were only the other one deleted, each would delete what the other kept.
 */
function writeAnew(doc: Y.Doc, body: Body, block: BodyBlock): void {
  let at = insertHead(doc, pieceStarts(body.pieces)[block.pieces[0] ?? 0] ?? 0, {
    b: block.block,
    m: freshMarker(doc),
  })
  for (const run of block.runs) {
    bodyText(doc).insert(at, run.text, { ...run.marks })
    at += run.text.length
  }
  insertEnd(doc, at)
}

function clearPieces(doc: Y.Doc, markers: ReadonlySet<string>): void {
  const pieces = readPieces(doc)
  const starts = pieceStarts(pieces)
  for (const [index, piece] of [...pieces.entries()].toReversed()) {
    if (!markers.has(piece.marker)) continue
    removeText(bodyText(doc), textStart(piece, starts[index] ?? 0), piece.length)
    flagGone(doc, piece.marker)
  }
}
