import { type Article, emptyMetadata } from '../article.ts'
import type { Block } from '../blocks.ts'
import { type EditionField, type EditionKind, editionKinds } from '../channels.ts'
import type { EditionClip, EditionContent, EditionNote, EditionPicture } from './edition.ts'

/** Prefixes of the blocks that stand for pictures and clips: no field is called so. */
const pictureId = 'picture-'
const clipId = 'clip-'

/**
 * An edition as an article, so that it is kept, submitted, approved, compared, judged and sent like any text: a block a
 * field (its id), then pictures and clips in posting order. It says nothing that its own document does not hold.
 */
export function editionArticle(content: EditionContent): Article {
  const { name, kind, fields, pictures, clips, picturesFrom } = content
  const from = Object.fromEntries([
    ...fields.map((field) => [field.field, field.from]),
    ['pictures', picturesFrom],
  ])
  return {
    metadata: { ...emptyMetadata, language: name.language },
    blocks: [
      ...fields.map(({ field, text }) => fieldBlock(field, text)),
      ...pictures.map(pictureBlock),
      ...clips.map(clipBlock),
    ],
    ...(kind && { edition: { article: name.article, channel: name.channel, kind, from } }),
  }
}

function fieldBlock(field: EditionField, text: string): Block {
  const kind = field === 'title' || field === 'lead' ? field : 'paragraph'
  return { id: field, kind, runs: text === '' ? [] : [{ text, marks: {} }] }
}

function pictureBlock({ asset, caption, alt, credit }: EditionPicture): Block {
  const runs = caption === '' ? [] : [{ text: caption, marks: {} }]
  return { id: `${pictureId}${asset.slice(0, 16)}`, kind: 'figure', runs, asset, alt, credit }
}

function clipBlock({ asset, caption }: EditionClip): Block {
  const runs = caption === '' ? [] : [{ text: caption, marks: {} }]
  return { id: `${clipId}${asset.slice(0, 16)}`, kind: 'clip', runs, asset }
}

/** What an edition says, read back from its article as a revision holds it. */
export type EditionTexts = Readonly<{
  note: EditionNote
  language: string
  text(field: EditionField): string
  pictures: readonly EditionPicture[]
  clips: readonly EditionClip[]
}>

/** Undefined when the article is no edition. */
export function editionTexts({ metadata, blocks, edition }: Article): EditionTexts | undefined {
  if (!edition) return undefined
  const saying = (block: Block | undefined) => (block?.runs ?? []).map(({ text }) => text).join('')
  const held = (kind: Block['kind']) =>
    blocks.flatMap((block) => (block.kind === kind && block.asset ? [{ ...block, asset: block.asset }] : []))
  return {
    note: edition,
    language: metadata.language,
    text: (field) => saying(blocks.find(({ id, kind }) => id === field && kind !== 'figure')),
    pictures: held('figure').map((block) => ({
      asset: block.asset,
      caption: saying(block),
      alt: block.alt ?? '',
      credit: block.credit ?? '',
    })),
    clips: held('clip').map((block) => ({ asset: block.asset, caption: saying(block) })),
  }
}

/** The note as it stands in a revision's canonical form. */
export function canonicalEdition({ article, channel, kind, from }: EditionNote): object {
  return { article, channel, kind, from }
}

/** Reads it back; undefined when it is not one. */
export function parseEdition(value: unknown): EditionNote | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { article, channel, kind, from } = value as Readonly<Record<string, unknown>>
  if (typeof article !== 'string' || typeof channel !== 'string' || !isEditionKind(kind)) return undefined
  if (typeof from !== 'object' || from === null || Array.isArray(from)) return undefined
  const entries = Object.entries(from)
  const whole = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
  return whole ? { article, channel, kind, from: Object.fromEntries(entries) } : undefined
}

export function isEditionKind(value: unknown): value is EditionKind {
  return editionKinds.some((kind) => kind === value)
}
