import type { EditionField } from '#domain/channels.ts'
import { wholePost } from '#domain/editions/whole-post.ts'
import { type ChannelFile, type ChannelText, textFile } from './channel-file.ts'

/** A Facebook post: its parts, and the whole as it is pasted. */
export function facebookFiles(texts: readonly ChannelText[]): readonly ChannelFile[] {
  return texts.flatMap((text) => [
    ...textFile(text, 'post.txt', wholePost('facebook', text.texts.text)),
    ...fieldFiles(text, { text: 'text.txt', link: 'link.txt', tags: 'tags.txt' }),
  ])
}

export function tiktokFiles(texts: readonly ChannelText[]): readonly ChannelFile[] {
  return texts.flatMap((text) => fieldFiles(text, { text: 'caption.txt' }))
}

export function zaloFiles(texts: readonly ChannelText[]): readonly ChannelFile[] {
  return texts.flatMap((text) =>
    fieldFiles(text, {
      title: 'title.txt',
      lead: 'summary.txt',
      author: 'author.txt',
      text: 'text.txt',
      link: 'link.txt',
    }),
  )
}

/** A file a field that has words. */
export function fieldFiles(
  text: ChannelText,
  names: Readonly<Partial<Record<EditionField, string>>>,
): readonly ChannelFile[] {
  return (Object.entries(names) as [EditionField, string][]).flatMap(([field, name]) =>
    textFile(text, name, text.texts.text(field)),
  )
}
