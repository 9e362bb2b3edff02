import type * as Y from 'yjs'
import { type Body, type BodyBlock, readBody } from './body.ts'
import { flagGone, flagOwn, freshMarker, insertEnd, insertHead, unflagGone, unflagJoined } from './markers.ts'
import { forgetMoves } from './moves.ts'
import {
  type FoundOddity,
  findOddities,
  type OddityChoice,
  type OddityKind,
  otherPlaces,
} from './oddities.ts'
import { type Piece, pieceExtent, pieceStarts, readPieces, textStart } from './pieces.ts'
import { removeText } from './remove-text.ts'
import { attributeTextNames, blockValues, bodyText } from './roots.ts'
import { copyAttributes } from './values.ts'
import { writeBody } from './write-body.ts'

/** Settles one oddity by an ordinary edit; one that is no longer there needs nothing. */
export function settleOddity(doc: Y.Doc, id: string, choice: OddityChoice): void {
  const body = readBody(doc)
  const found = findOddities(doc, body).find(({ oddity }) => oddity.id === id)
  if (!found?.oddity.choices.includes(choice)) return
  doc.transact(() => settle(doc, body, found, choice))
}

function settle(doc: Y.Doc, body: Body, found: FoundOddity, choice: OddityChoice): void {
  if (choice === 'keep') keep(doc, body, found)
  else if (choice === 'join') join(doc, body, found)
  else drop(doc, body, found)
}

function keep(doc: Y.Doc, body: Body, { oddity, block, piece, index, doubled }: FoundOddity): void {
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

function join(doc: Y.Doc, body: Body, { oddity, block: odd, piece }: FoundOddity): void {
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

function drop(doc: Y.Doc, body: Body, { block, piece, oddity }: FoundOddity): void {
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
