import { writeEml } from '#formats/eml/write-eml.ts'
import { escapeHtml } from '#formats/portal-html/escape.ts'
import type { ChannelFile, ChannelText, PostedPicture } from './channel-file.ts'

/** One message a language, to be opened in a mail program, addressed and sent. */
export function emailFiles(texts: readonly ChannelText[]): readonly ChannelFile[] {
  return texts.map((text) => ({
    path: `${text.language}/message.eml`,
    mediaType: 'message/rfc822',
    language: text.language,
    content: messageOf(text),
  }))
}

function messageOf(text: ChannelText): string {
  const { texts, preview, previewNotice, revision, language } = text
  const pictures = text.pictures.map((picture, at) => ({
    ...picture,
    cid: `picture-${at + 1}.${revision.slice(0, 16)}@tramtin`,
  }))
  const link = texts.text('link')
  const body = [texts.text('text'), link].filter((part) => part !== '').join('\n\n')
  const marked = preview ? `${previewNotice}\n\n${body}` : body
  return writeEml({
    subject: preview ? `${previewNotice} ${texts.text('title')}` : texts.text('title'),
    language,
    text: `${marked}\n`,
    html: htmlOf(text, marked, pictures),
    pictures: pictures.map(({ cid, path, mediaType, content }) => ({
      cid,
      name: path.split('/').at(-1) ?? '',
      mediaType,
      content,
    })),
    seed: revision,
    ...(preview && { head: { 'X-Tramtin-Preview': 'yes' } }),
  })
}

function htmlOf(
  text: ChannelText,
  body: string,
  pictures: readonly (PostedPicture & Readonly<{ cid: string }>)[],
): string {
  const paragraphs = body
    .split(/\n{2,}/u)
    .map((paragraph) => `<p>${linked(escapeHtml(paragraph)).replaceAll('\n', '<br>\n')}</p>`)
  const figures = pictures.map(({ cid, alt, caption, credit }) => {
    const words = [caption, credit].filter((part) => part !== '').join(' – ')
    const below = words === '' ? '' : `<figcaption>${escapeHtml(words)}</figcaption>`
    return `<figure><img src="cid:${cid}" alt="${escapeHtml(alt)}" style="max-width:100%">${below}</figure>`
  })
  return `<!doctype html>
<html lang="${escapeHtml(text.language)}">
<head><meta charset="utf-8"><title>${escapeHtml(text.texts.text('title'))}</title></head>
<body>
${[...paragraphs, ...figures].join('\n')}
</body>
</html>
`
}

/** Addresses can be followed; the text is escaped already. */
function linked(escaped: string): string {
  return escaped.replace(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/gu, (url) => `<a href="${url}">${url}</a>`)
}
