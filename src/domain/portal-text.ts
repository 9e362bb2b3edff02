import type { Article } from './article.ts'

/** One file of a picture in a package; `path` is from the package's folder, sizes in pixels. */
export type PortalRendition = Readonly<{
  path: string
  rendition: string
  sha256: string
  bytes: number
  mediaType: string
  width: number
  height: number
}>

/**
 * All that the files of one language in a portal package are made from. It is rebuilt from a package to
 * verify it, so nothing else may flow into the files: no clock, no user, no machine (SAME1).
 */
export type PortalText = Readonly<{
  articleId: string
  /** The document the text comes from: the article itself or its translation. */
  document: string
  language: string
  /** All languages of the package, this one among them, in the package's order. */
  languages: readonly string[]
  article: Article
  /** SHA-256 of the revision's canonical JSON. */
  revision: string
  /** When it was approved, in milliseconds since 1970 UTC; null for a preview. */
  approvedAt: number | null
  preview: boolean
  newsroom: string
  /** Offset in which dates are shown, such as +07:00. */
  utcOffset: string
  /** A picture's files by its original's hash, widest first. */
  pictures: ReadonlyMap<string, readonly PortalRendition[]>
}>
