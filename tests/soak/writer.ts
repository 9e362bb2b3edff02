import { createHeadlessEditor } from '@lexical/headless'
import { registerRichText } from '@lexical/rich-text'
import type { LexicalEditor } from 'lexical'
import * as Y from 'yjs'
import { type Body, readBody } from '#documents/body.ts'
import { splitCharacters } from '#documents/characters.ts'
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
}>

export function createWriter(clientId: number, update: Uint8Array): Writer {
  const doc = new Y.Doc()
  doc.clientID = clientId
  Y.applyUpdate(doc, update)
  const editor = createHeadlessEditor({
    nodes: [...articleNodes],
    // Lexical undoes an update that throws: to the person the key did nothing. That some of its own commands
    // do (0.52: links cut at several places) is not what is tried here; that all agree afterwards is.
    onError: () => {},
  })
  registerRichText(editor)
  registerBlockEdges(editor)
  const origin = { person: clientId }
  return { doc, origin, editor, binding: bindEditor(editor, doc, { origin }) }
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
  for (const { id, block, runs, pieces } of body.blocks) {
    const parts = pieces.flatMap((index) => originsOf(body, body.pieces[index]))
    const marker = body.pieces[pieces[0] ?? -1]?.marker ?? ''
    const own = splitCharacters(runsText(runs)).filter((letter) => letter !== '\n')
    for (const [index, letter] of own.entries()) {
      const place = {
        block,
        marker,
        parts,
        left: own[index - 1] ?? '',
        right: own[index + 1] ?? '',
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
