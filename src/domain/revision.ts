import { type Article, type ArticleMetadata, emptyMetadata, metadataNames } from './article.ts'
import { type Block, type BlockKind, blockKinds, type Marks, mergeRuns, type Run } from './blocks.ts'
import { canonicalJson } from './canonical-json.ts'
import { canonicalTrackNote, parseTrackNote } from './cues/track-note.ts'
import { articleDocument, type DocumentId, trackDocument } from './document-id.ts'
import { canonicalEdition, parseEdition } from './editions/edition-article.ts'
import { canonicalNote, parseNote } from './translation/note-form.ts'

/** The form of a revision's body. A body of a higher number is not read, only kept. */
export const revisionSchema = 1

/**
 * The one way to write an article down (DESIGN §4, revision): canonical JSON (RFC 8785) of NFC text with merged
 * runs; what is empty or at its default is left out. A revision's hash is the SHA-256 of this text in UTF-8, so
 * two machines with the same content find the same hash.
 */
export function revisionBody(article: Article): string {
  return canonicalJson({
    schema: revisionSchema,
    metadata: canonicalMetadata(article.metadata),
    blocks: article.blocks.map(canonicalBlock),
    ...(article.translation ? { translation: canonicalNote(article.translation) } : {}),
    ...(article.track ? { track: canonicalTrackNote(article.track) } : {}),
    ...(article.edition ? { edition: canonicalEdition(article.edition) } : {}),
  })
}

/** Reads a body back; undefined when it is not one, or of a newer form. */
export function parseRevision(body: string): Article | undefined {
  const value = parseJson(body)
  if (!isObject(value)) return undefined
  const { schema, metadata, blocks } = value
  if (schema !== revisionSchema || !isObject(metadata) || !Array.isArray(blocks)) return undefined
  const read = blocks.map(parseBlock)
  const whole = read.filter((block) => block !== undefined)
  if (whole.length < read.length) return undefined
  const translation = parseNote(value['translation'])
  const track = parseTrackNote(value['track'])
  const edition = parseEdition(value['edition'])
  return {
    metadata: parseMetadata(metadata),
    blocks: whole,
    ...(translation && { translation }),
    ...(track && { track }),
    ...(edition && { edition }),
  }
}

type CitedText = Readonly<{ document: DocumentId; revision: string }>

/** The text that the revision of a translation or of subtitles was made from, where `body` is one. */
export function citedSource(body: string): CitedText | undefined {
  const article = parseRevision(body)
  return article && sourceCited(article)
}

/** The same of an article that is at hand. */
export function sourceCited({ translation, track }: Article): CitedText | undefined {
  if (translation && translation.source !== '') {
    return { document: articleDocument(translation.article), revision: translation.source }
  }
  if (!track?.source || track.source.revision === '') return undefined
  const { language, revision } = track.source
  return { document: trackDocument({ clip: track.clip, language }), revision }
}

function canonicalMetadata(metadata: ArticleMetadata): object {
  const entries = metadataNames
    .filter((name) => name === 'language' || metadata[name] !== emptyMetadata[name])
    .map((name) => [name, canonicalValue(metadata[name])])
  return Object.fromEntries(entries)
}

function canonicalValue(value: string | boolean): string | boolean {
  return typeof value === 'string' ? value.normalize('NFC') : value
}

function canonicalBlock(block: Block): object {
  return {
    id: block.id,
    kind: block.kind,
    runs: mergeRuns(block.runs).map(canonicalRun),
    ...(block.indent ? { indent: block.indent } : {}),
    ...(block.asset ? { asset: block.asset } : {}),
    ...(block.alt ? { alt: block.alt.normalize('NFC') } : {}),
    ...(block.credit ? { credit: block.credit.normalize('NFC') } : {}),
  }
}

function canonicalRun({ text, marks }: Run): object {
  return { text: text.normalize('NFC'), ...marksIfAny(marks) }
}

function marksIfAny({ bold, italic, underline, link }: Marks): { marks?: Marks } {
  const marks = {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(underline ? { underline } : {}),
    ...(link ? { link } : {}),
  }
  return Object.keys(marks).length > 0 ? { marks } : {}
}

function parseMetadata(value: Readonly<Record<string, unknown>>): ArticleMetadata {
  const known = metadataNames.filter((name) => typeof value[name] === typeof emptyMetadata[name])
  return { ...emptyMetadata, ...Object.fromEntries(known.map((name) => [name, value[name]])) }
}

function parseBlock(value: unknown): Block | undefined {
  if (!isObject(value)) return undefined
  const { id, kind, runs: parts, indent, asset, alt, credit } = value
  if (typeof id !== 'string' || !isBlockKind(kind) || !Array.isArray(parts)) return undefined
  const runs = parts.map(parseRun).filter((run) => run !== undefined)
  if (runs.length < parts.length) return undefined
  return {
    id,
    kind,
    runs,
    ...(typeof indent === 'number' ? { indent } : {}),
    ...(typeof asset === 'string' ? { asset } : {}),
    ...(typeof alt === 'string' ? { alt } : {}),
    ...(typeof credit === 'string' ? { credit } : {}),
  }
}

function parseRun(value: unknown): Run | undefined {
  if (!isObject(value)) return undefined
  const { text, marks = {} } = value
  if (typeof text !== 'string' || !isObject(marks)) return undefined
  const { bold, italic, underline, link } = marks
  return {
    text,
    marks: {
      ...(bold === true ? { bold } : {}),
      ...(italic === true ? { italic } : {}),
      ...(underline === true ? { underline } : {}),
      ...(typeof link === 'string' ? { link } : {}),
    },
  }
}

function isBlockKind(value: unknown): value is BlockKind {
  return blockKinds.some((kind) => kind === value)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
