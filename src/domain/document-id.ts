/**
 * A shared document's name: its kind and the ids it is derived from (DESIGN §4). What is said about a translation is
 * a document of its own, so that who comments is no author of the text.
 */
export type DocumentId =
  | `article:${string}`
  | `translation:${string}:${string}`
  | `comments:${string}:${string}`
  | `termbase:${string}`

export type TranslationName = Readonly<{ article: string; language: string }>

export function articleDocument(articleId: string): DocumentId {
  return `article:${articleId}`
}

/** `language` is a canonical BCP 47 tag. */
export function translationDocument({ article, language }: TranslationName): DocumentId {
  return `translation:${article}:${language}`
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

/** The article that a document of any kind belongs to: a story is all documents of one article. */
export function storyOf(document: string): string {
  return document.split(':')[1] ?? ''
}

function namedBy(kind: string, document: string): TranslationName | undefined {
  const [found, article, language] = document.split(':')
  return found === kind && article && language ? { article, language } : undefined
}
