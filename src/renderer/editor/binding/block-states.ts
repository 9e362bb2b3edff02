import { createState } from 'lexical'
import { type BlockKind, blockKinds } from '#domain/blocks.ts'

/**
 * What a block is besides its text, as node state: one node class for all kinds, so that changing the kind
 * never replaces a node and with it the text somebody else is typing.
 */
export const kindState = createState('kind', { parse: parseKind })
/** The id under which the document shows the block; '' until the binding gave one. */
export const idState = createState('block', { parse: parseText })
export const indentState = createState('level', { parse: parseIndent })
/** SHA-256 of the original, '' when there is none. */
export const assetState = createState('asset', { parse: parseText })
/** True for a block that was deleted and is shown for what is, or may yet be, typed in it. */
export const deletedState = createState('deleted', { parse: (value) => value === true })

export const deepestIndent = 8

function parseKind(value: unknown): BlockKind {
  return blockKinds.find((kind) => kind === value) ?? 'paragraph'
}

function parseText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function parseIndent(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(Math.trunc(value), deepestIndent) : 0
}
