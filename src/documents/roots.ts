import type * as Y from 'yjs'
import type { Marks } from '#domain/blocks.ts'

/**
 * The shared types of an article's document. All are root types found by name and all maps are flat maps of
 * plain values: two machines may create any of them at once, while a nested shared type set under one key
 * by both would lose one side's content.
 */

/** Opens a block: `b` is the block it belongs to, `m` names this marker, `s` the marker it was split from. */
export type HeadEmbed = Readonly<{ b: string; m: string; s?: string }>
/**
 * Closes a block. Without it, text typed at a block's end and a block inserted behind it would compete for
 * one place, and the order of client ids would decide whose block the text lands in.
 */
export const endEmbed = { e: 1 } as const

export type BlockValue = string | number

/** The text of all blocks: per block a head embed, its text with marks as attributes, an end embed. */
export function bodyText(doc: Y.Doc): Y.Text {
  return doc.getText('body')
}

/** Block attributes: `<block>/<name>` (kind, indent, asset) → plain value. */
export function blockValues(doc: Y.Doc): Y.Map<BlockValue> {
  return doc.getMap<BlockValue>('blocks')
}

/**
 * What became of markers, which themselves are never taken away:
 * `<marker>/here` → true from when it was put in until that is undone,
 * `<marker>/gone` → true when its block was deleted or moved away,
 * `<marker>/joined` → the marker whose text it was joined to,
 * `<marker>/moved` → which letters were written anew when its block was moved (`moves.ts`),
 * `<marker>/own` → true when its block is no longer the one it was put in for, but one of its own.
 */
export function markerFlags(doc: Y.Doc): Y.Map<string | true> {
  return doc.getMap<string | true>('markers')
}

export const attributeTextNames = ['alt', 'credit'] as const
export type AttributeTextName = (typeof attributeTextNames)[number]

/** The text of a block's alternative text or credit: a root type of its own, so that two may type in it. */
export function attributeText(doc: Y.Doc, block: string, name: AttributeTextName): Y.Text {
  return doc.getText(`a/${block}/${name}`)
}

export function isHead(embed: unknown): embed is HeadEmbed {
  return (
    typeof embed === 'object' && embed !== null && 'b' in embed && 'm' in embed && typeof embed.b === 'string'
  )
}

export function isEnd(embed: unknown): boolean {
  return typeof embed === 'object' && embed !== null && 'e' in embed
}

/** The marks among a text's Yjs attributes; what a newer program added is left alone. */
export function marksOf(attributes: Readonly<Record<string, unknown>> | undefined): Marks {
  if (!attributes) return plain
  const { bold, italic, underline, link } = attributes
  return {
    ...(bold === true && { bold }),
    ...(italic === true && { italic }),
    ...(underline === true && { underline }),
    ...(typeof link === 'string' && { link }),
  }
}

const plain: Marks = {}
