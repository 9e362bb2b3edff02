/**
 * A shared document's name: its kind and the ids it is derived from (DESIGN §4). What is said about a translation is
 * a document of its own, so that who comments is no author of the text.
 */
export type DocumentId =
  | `article:${string}`
  | `translation:${string}:${string}`
  | `comments:${string}:${string}`
  | `termbase:${string}`
  | `track:${string}:${string}`
  | `edition:${string}:${string}:${string}`

export type TranslationName = Readonly<{ article: string; language: string }>

export function articleDocument(articleId: string): DocumentId {
  return `article:${articleId}`
}

/** `language` is a canonical BCP 47 tag. */
export function translationDocument({ article, language }: TranslationName): DocumentId {
  return `translation:${article}:${language}`
}

export type TrackName = Readonly<{
  /** SHA-256 (hex) of the media file: two machines that import it have the same clip. */
  clip: string
  language: string
}>

export type EditionName = Readonly<{ article: string; channel: string; language: string }>

/** The subtitles of a clip in one language. */
export function trackDocument({ clip, language }: TrackName): DocumentId {
  return `track:${clip}:${language}`
}

/** A story's text for one channel in one language. */
export function editionDocument({ article, channel, language }: EditionName): DocumentId {
  return `edition:${article}:${channel}:${language}`
}

/** Where the comments on a translation are. */
export function commentsDocument({ article, language }: TranslationName): DocumentId {
  return `comments:${article}:${language}`
}

/** The newsroom's terms and people: one document, the same on every machine. */
export const termbaseDocument: DocumentId = 'termbase:newsroom'

/** The article id in an article's document id, or undefined when the document is of another kind. */
export function articleIdOf(document: string): string | undefined {
  return document.startsWith('article:') ? document.slice('article:'.length) : undefined
}

/** What a translation's document is a translation of, or undefined when the document is of another kind. */
export function translationOf(document: string): TranslationName | undefined {
  return namedBy('translation', document)
}

export function commentedTranslation(document: string): TranslationName | undefined {
  return namedBy('comments', document)
}

/** Whose subtitles a document holds, or undefined when the document is of another kind. */
export function trackOf(document: string): TrackName | undefined {
  const [found, clip, language] = document.split(':')
  return found === 'track' && clip && language ? { clip, language } : undefined
}

/** What an edition's document is made for, or undefined when the document is of another kind. */
export function editionOf(document: string): EditionName | undefined {
  const [found, article, channel, language] = document.split(':')
  return found === 'edition' && article && channel && language ? { article, channel, language } : undefined
}

/**
 * The article that a document belongs to: a story is all documents of one article, and the subtitles of its clips,
 * which are named by the clip's hash instead.
 */
export function storyOf(document: string): string {
  return document.split(':')[1] ?? ''
}

function namedBy(kind: string, document: string): TranslationName | undefined {
  const [found, article, language] = document.split(':')
  return found === kind && article && language ? { article, language } : undefined
}
