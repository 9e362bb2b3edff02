import type { Article } from '../article.ts'
import { articleTitle, oneLine } from '../article.ts'
import { type Block, blockText } from '../blocks.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { EditionChannel, EditionField, EditionKind } from '../channels.ts'
import type { EditionClip, EditionPicture } from './edition.ts'
import { countIn } from './field-counting.ts'

/** What an edition is made from: the article in its language, and where its text stands already. */
export type EditionSource = Readonly<{
  article: Article
  /** Address of the text on a portal, in the same language; '' while nobody noted one. */
  portalUrl: string
}>

/** What a field takes from its source, and the parts of the source that it rests on. */
export type DerivedField = Readonly<{ text: string; parts: string }>

type Parts = Readonly<{
  title: string
  lead: string
  /** Paragraphs, headings and lists without marks, a block each. */
  body: readonly string[]
  tags: readonly string[]
  author: string
  link: string
}>
type PartName = keyof Parts

/** What each field rests on: a change of anything else leaves no stale mark. */
function partsOf(kind: EditionKind, field: EditionField): readonly PartName[] {
  switch (field) {
    case 'title':
      return ['title']
    case 'lead':
      return ['lead']
    case 'author':
      return ['author']
    case 'tags':
      return ['tags']
    case 'link':
      return ['link']
    case 'running':
      return ['title', 'lead']
    case 'slides':
      return ['title', 'lead', 'body']
    case 'script':
      return ['title', 'lead', 'body', 'author']
    case 'text':
      return textParts[kind] ?? ['title', 'lead', 'body']
  }
}

const textParts: Readonly<Partial<Record<EditionKind, readonly PartName[]>>> = {
  sms: ['title', 'lead'],
  tiktok: ['title', 'lead', 'tags'],
  youtube: ['lead', 'body'],
  zalo: ['body'],
  email: ['lead', 'body', 'author'],
}

/**
 * A field as its source gives it: plain text, whole paragraphs. Where the channel's limit is short, only as many whole
 * paragraphs as fit; the first is taken in any case, and the counter says that it is too long.
 */
export function deriveField(
  channel: EditionChannel,
  field: EditionField,
  source: EditionSource,
): DerivedField {
  const parts = readParts(source)
  const rests = partsOf(channel.kind, field)
  const seen = Object.fromEntries(rests.map((name) => [name, parts[name]]))
  return { text: textOf(channel, field, parts).normalize('NFC'), parts: canonicalJson(seen) }
}

function textOf(channel: EditionChannel, field: EditionField, parts: Parts): string {
  const { title, lead, body, tags, author, link } = parts
  switch (field) {
    case 'title':
      return channel.kind === 'youtube' ? withoutAngles(title) : title
    case 'lead':
      return lead
    case 'author':
      return author
    case 'link':
      return link
    case 'tags':
      return channel.kind === 'youtube' ? tags.join(', ') : tags.map(hashtag).join(' ')
    case 'running':
      return fitting(channel, field, [title, lead], ' · ')
    case 'slides':
      return [title, lead, ...body].filter(isSaid).join('\n\n')
    case 'script':
      return [title, lead, ...body, author].filter(isSaid).join('\n\n')
    case 'text':
      return postOf(channel, parts)
  }
}

function postOf(channel: EditionChannel, { title, lead, body, tags, author }: Parts): string {
  const { kind } = channel
  if (kind === 'sms') return fitting(channel, 'text', [title, lead], '. ')
  if (kind === 'tiktok') return fitting(channel, 'text', [title, lead, tags.map(hashtag).join(' ')], '\n\n')
  if (kind === 'youtube') return withoutAngles(fitting(channel, 'text', [lead, ...body], '\n\n'))
  if (kind === 'zalo') return body.join('\n\n')
  if (kind === 'email') return [lead, ...body, author].filter(isSaid).join('\n\n')
  return fitting(channel, 'text', [title, lead, ...body], '\n\n')
}

/** As many paragraphs from the first as the field's limits take. */
function fitting(
  channel: EditionChannel,
  field: EditionField,
  paragraphs: readonly string[],
  between: string,
): string {
  const limits = channel.limits.filter((limit) => limit.field === field)
  let text = ''
  for (const paragraph of paragraphs.filter(isSaid)) {
    const longer =
      text === ''
        ? paragraph
        : `${text.replace(between === '. ' ? /[.!?…]+$/u : /$/u, '')}${between}${paragraph}`
    if (text !== '' && limits.some(({ unit, maximum }) => countIn(unit, longer) > maximum)) break
    text = longer
  }
  return text
}

function readParts({ article, portalUrl }: EditionSource): Parts {
  const { byline, penName, topic, place } = article.metadata
  const leads = article.blocks.filter(({ kind }) => kind === 'lead').map(oneLine)
  return {
    title: articleTitle(article),
    lead: leads.filter(isSaid).join('\n'),
    body: bodyOf(article.blocks),
    tags: [...new Set([...topic.split(/[,;\n]/u), place].map((tag) => tag.trim()).filter(isSaid))],
    author: penName === '' ? byline : penName,
    link: portalUrl,
  }
}

/** List items stay together, a line each; captions, clips and dividers are no text of a post. */
function bodyOf(blocks: readonly Block[]): readonly string[] {
  const paragraphs: string[] = []
  let before: Block['kind'] | undefined
  let number = 0
  for (const block of blocks) {
    const text = blockText(block).trim()
    const { kind, indent = 0 } = block
    number = kind === 'number' ? (before === 'number' ? number + 1 : 1) : 0
    const line = lineOf(kind, text, indent, number)
    if (text === '' || line === undefined) continue
    const last = paragraphs.at(-1)
    if ((kind === 'bullet' || kind === 'number') && before === kind && last !== undefined) {
      paragraphs[paragraphs.length - 1] = `${last}\n${line}`
    } else paragraphs.push(line)
    before = kind
  }
  return paragraphs
}

function lineOf(kind: Block['kind'], text: string, indent: number, number: number): string | undefined {
  const depth = '  '.repeat(indent)
  if (kind === 'bullet') return `${depth}• ${text}`
  if (kind === 'number') return `${depth}${number}. ${text}`
  return kind === 'paragraph' || kind === 'heading' || kind === 'quote' ? text : undefined
}

/** `Lễ hội Trà` → `#LễHộiTrà`: what stands behind # ends at the first space or sign. */
export function hashtag(words: string): string {
  const joined = words
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(isSaid)
    .map((word) => word.charAt(0).toLocaleUpperCase('vi') + word.slice(1))
    .join('')
  return joined === '' ? '' : `#${joined}`
}

function withoutAngles(text: string): string {
  return text.replace(/[<>]/g, '')
}

function isSaid(text: string): boolean {
  return text !== ''
}

/** The pictures of the source in reading order, each once, and their hashable parts. */
export function derivePictures({ article }: EditionSource): Readonly<{
  pictures: readonly EditionPicture[]
  clips: readonly EditionClip[]
  parts: string
}> {
  const pictures = new Map<string, EditionPicture>()
  const clips = new Map<string, EditionClip>()
  for (const block of article.blocks) {
    const { asset = '', alt = '', credit = '' } = block
    if (asset === '') continue
    const caption = oneLine(block)
    if (block.kind === 'figure' && !pictures.has(asset)) pictures.set(asset, { asset, caption, alt, credit })
    if (block.kind === 'clip' && !clips.has(asset)) clips.set(asset, { asset, caption })
  }
  const found = { pictures: [...pictures.values()], clips: [...clips.values()] }
  return { ...found, parts: canonicalJson(found) }
}
