import { canonicalJson } from '#domain/canonical-json.ts'
import { tagsIn } from '#domain/editions/field-counting.ts'
import type { ChannelFile, ChannelText } from './channel-file.ts'
import { fieldFiles } from './posts.ts'

/**
 * Texts of every language, and `localizations.json` as the YouTube Data API takes them (`videos`: `snippet`,
 * `localizations`), the first language being the video's own.
 */
export function youtubeFiles(texts: readonly ChannelText[]): readonly ChannelFile[] {
  const own = texts.flatMap((text) =>
    fieldFiles(text, { title: 'title.txt', text: 'description.txt', tags: 'tags.txt' }),
  )
  const [first] = texts
  return first ? [...own, localizations(first, texts)] : own
}

function localizations(first: ChannelText, texts: readonly ChannelText[]): ChannelFile {
  const said = (text: ChannelText) => ({
    title: text.texts.text('title'),
    description: text.texts.text('text'),
  })
  const content = canonicalJson({
    ...(first.preview ? { preview: first.previewNotice } : {}),
    snippet: {
      ...said(first),
      defaultLanguage: first.language,
      tags: [...tagsIn(first.texts.text('tags'))],
    },
    localizations: Object.fromEntries(texts.map((text) => [text.language, said(text)])),
  })
  return { path: 'localizations.json', mediaType: 'application/json', language: null, content }
}
