import { createHeadlessEditor } from '@lexical/headless'
import { registerRichText } from '@lexical/rich-text'
import type { LexicalEditor } from 'lexical'
import * as Y from 'yjs'
import { type Body, readBody } from '#documents/body.ts'
import { splitCharacters } from '#documents/characters.ts'
import { pieceLetters, sliceLetters } from '#documents/letter-ids.ts'
import { readOddities } from '#documents/oddities.ts'
import type { Piece } from '#documents/pieces.ts'
import { runsText } from '#documents/runs.ts'
import { bindEditor, type EditorBinding } from '#renderer/editor/binding/binding.ts'
import { registerBlockEdges } from '#renderer/editor/binding/block-edges.ts'
import { articleNodes } from '#renderer/editor/binding/block-node.ts'

/** One person at one machine: a document, a real editor on it, and what the person knows. */
export type Writer = Readonly<{
  doc: Y.Doc
  origin: object
  editor: LexicalEditor
  binding: EditorBinding
  /** What Lexical refused: it undoes an update that throws, to the person the key did nothing. */
  refusals: readonly Error[]
}>

export function createWriter(clientId: number, update: Uint8Array): Writer {
  const doc = new Y.Doc()
  doc.clientID = clientId
  Y.applyUpdate(doc, update)
  const refusals: Error[] = []
  const editor = createHeadlessEditor({
    nodes: [...articleNodes],
    // That some of Lexical's own commands throw is not what is tried here; that all agree afterwards is.
    onError: (error) => refusals.push(error),
  })
  registerRichText(editor)
  registerBlockEdges(editor)
  const origin = { person: clientId }
  return { doc, origin, editor, binding: bindEditor(editor, doc, { origin }), refusals }
}

/** Both send what they have, as after a time without a network. */
export function exchange(one: Writer, other: Writer): void {
  const [left, right] = [Y.encodeStateAsUpdate(one.doc), Y.encodeStateAsUpdate(other.doc)]
  Y.applyUpdate(one.doc, right, 'remote')
  Y.applyUpdate(other.doc, left, 'remote')
}

/** Where a letter stands. */
export type Place = Readonly<{
  block: string
  /** The marker that opens the block. */
  marker: string
  /** The blocks whose text was joined into that one, itself included: any of them may go its own way. */
  parts: readonly string[]
  /** The letter's id in Yjs: another one once it was written anew. */
  id: string
  /** The letters beside it in its block, '' at an edge. */
  left: string
  right: string
  /** The block is marked as odd: a person will look at it. */
  isOdd: boolean
}>

/** A marker: the block its text stands in, and the marker it was split from. */
export type Part = Readonly<{ block: string; splitFrom: string | undefined }>

/** What there is to see of a document. */
export type Sight = Readonly<{
  letters: ReadonlyMap<string, readonly Place[]>
  markers: ReadonlyMap<string, Part>
}>

/** Every letter was typed once; line breaks were not. */
export function look(doc: Y.Doc): Sight {
  const odd = new Set(readOddities(doc).flatMap((oddity) => oddity.blocks))
  const letters = new Map<string, Place[]>()
  const markers = new Map<string, Part>()
  const body = readBody(doc)
  const ranges = pieceLetters(doc)
  for (const { id, block, runs, pieces } of body.blocks) {
    const parts = pieces.flatMap((index) => originsOf(body, body.pieces[index]))
    const marker = body.pieces[pieces[0] ?? -1]?.marker ?? ''
    const ids = pieces.flatMap((index) => ranges[index] ?? [])
    const own = lettersOf(runsText(runs))
    for (const [index, [letter, offset]] of own.entries()) {
      const [range] = sliceLetters(ids, offset, offset + 1)
      const place = {
        block,
        marker,
        parts,
        id: `${range?.client}.${range?.clock}`,
        left: own[index - 1]?.[0] ?? '',
        right: own[index + 1]?.[0] ?? '',
        isOdd: odd.has(id),
      }
      letters.set(letter, [...(letters.get(letter) ?? []), place])
    }
    for (const index of pieces) {
      const piece = body.pieces[index]
      if (piece) markers.set(piece.marker, { block, splitFrom: piece.splitFrom })
    }
  }
  return { letters, markers }
}

/** Each letter and where it begins; line breaks are no letters. */
function lettersOf(text: string): readonly (readonly [string, number])[] {
  let offset = 0
  return splitCharacters(text).flatMap((letter) => {
    const start = offset
    offset += letter.length
    return letter === '\n' ? [] : [[letter, start] as const]
  })
}

/** The block of a piece and those it was split from: the other person may have split the same text. */
function originsOf(body: Body, piece: Piece | undefined): readonly string[] {
  const origins: string[] = []
  for (let at = piece; at && !origins.includes(at.block); ) {
    origins.push(at.block)
    const { splitFrom } = at
    at = body.pieces.find((other) => other.marker === splitFrom)
  }
  return origins
}
