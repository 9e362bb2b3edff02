import type { EditionChannel } from '#domain/channels.ts'
import type { EditionTexts } from '#domain/editions/edition-article.ts'

/** A picture of one text as the package holds it, in posting order; `path` is from the package's folder. */
export type PostedPicture = Readonly<{
  path: string
  mediaType: string
  sha256: string
  content: Buffer
  caption: string
  alt: string
  credit: string
}>

/**
 * All that the files of one language of an edition are made from. It is rebuilt from a package to verify it, so
 * nothing else may flow into them: no clock, no user, no machine (SAME1).
 */
export type ChannelText = Readonly<{
  channel: EditionChannel
  texts: EditionTexts
  language: string
  /** SHA-256 of the revision's canonical JSON. */
  revision: string
  preview: boolean
  /** Said in every file of a preview (FLOW2), in the text's language. */
  previewNotice: string
  pictures: readonly PostedPicture[]
}>

/** A file that follows from the texts; its content is exactly what is posted. */
export type ChannelFile = Readonly<{
  path: string
  mediaType: string
  language: string | null
  content: string
}>

/** A field's text to the byte, without an end of line of ours; no file where nothing was written. */
export function textFile(
  { language, preview, previewNotice }: ChannelText,
  name: string,
  text: string,
): readonly ChannelFile[] {
  if (text === '') return []
  const content = preview ? `${previewNotice}\n\n${text}` : text
  return [{ path: `${language}/${name}`, mediaType: 'text/plain', language, content }]
}
