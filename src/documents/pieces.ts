import type * as Y from 'yjs'
import type { Run } from '#domain/blocks.ts'
import { bodyText, type HeadEmbed, isEnd, isHead, markerFlags, marksOf } from './roots.ts'

/** What lies between one marker and the next: usually a block, or the part of one that was joined to it. */
export type Piece = Readonly<{
  /** Empty for loose text, which stands behind no marker. */
  marker: string
  block: string
  splitFrom: string | undefined
  /** Its block was deleted or moved away. */
  gone: boolean
  /** The marker whose text it was joined to. */
  joinedTo: string | undefined
  closed: boolean
  /** Length of the text in UTF-16 units. */
  length: number
  runs: readonly Run[]
}>

/** How many places of the body text a piece takes, its embeds included. */
export function pieceExtent(piece: Piece): number {
  return (piece.marker === '' ? 0 : 1) + piece.length + (piece.closed ? 1 : 0)
}

/** Where each piece begins in the body text; one more entry for the end. */
export function pieceStarts(pieces: readonly Piece[]): readonly number[] {
  const starts = [0]
  let at = 0
  for (const piece of pieces) {
    at += pieceExtent(piece)
    starts.push(at)
  }
  return starts
}

/** Where a piece's text begins, given where the piece does. */
export function textStart(piece: Piece, start: number): number {
  return start + (piece.marker === '' ? 0 : 1)
}

type Draft = { head: HeadEmbed | undefined; closed: boolean; runs: Run[]; length: number }
type DeltaOp = Readonly<{ insert?: unknown; attributes?: Record<string, unknown> }>

export function readPieces(doc: Y.Doc): readonly Piece[] {
  const drafts: Draft[] = []
  for (const op of bodyText(doc).toDelta() as readonly DeltaOp[]) {
    if (isHead(op.insert)) drafts.push({ head: op.insert, closed: false, runs: [], length: 0 })
    else if (isEnd(op.insert)) openDraft(drafts).closed = true
    else addText(openDraft(drafts), op)
  }
  const flags = markerFlags(doc)
  return drafts.map((draft, index) => finish(draft, index, flags))
}

/** The piece that takes text now. Text outside of any block should not exist; if it does it is loose text. */
function openDraft(drafts: Draft[]): Draft {
  const last = drafts.at(-1)
  if (last && !last.closed) return last
  const loose: Draft = { head: undefined, closed: false, runs: [], length: 0 }
  drafts.push(loose)
  return loose
}

function addText(draft: Draft, op: DeltaOp): void {
  // An embed of a newer schema takes one place, as the object replacement character does.
  const text = typeof op.insert === 'string' ? op.insert : '\ufffc'
  draft.runs.push({ text, marks: marksOf(op.attributes) })
  draft.length += text.length
}

function finish(draft: Draft, index: number, flags: Y.Map<string | true>): Piece {
  const { head, closed, runs, length } = draft
  const is = (flag: string) => head !== undefined && flags.get(`${head.m}/${flag}`) === true
  const joined = head && flags.get(`${head.m}/joined`)
  // Whoever undid a split joined its parts again; whoever undid a new block took it away.
  const isUndone = head !== undefined && !is('here')
  return {
    marker: head?.m ?? '',
    block: head ? (is('own') ? head.m : head.b) : `loose:${index}`,
    splitFrom: head?.s,
    gone: is('gone') || (isUndone && head.s === undefined),
    joinedTo: typeof joined === 'string' ? joined : isUndone ? head.s : undefined,
    closed,
    length,
    runs,
  }
}
