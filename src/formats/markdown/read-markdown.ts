import MarkdownIt from 'markdown-it'
import type { ImportedText } from '#domain/imported-text.ts'
import { readHtml } from '../html/read-html.ts'

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false })

/** Front matter belongs to other programs. */
const frontMatter = /^\ufeff?---\r?\n[\s\S]*?\r?\n---\r?\n/

/** Reads Markdown (CommonMark with tables); raw HTML in it is text. */
export function readMarkdown(text: string): ImportedText {
  return readHtml(parser.render(text.replace(frontMatter, '')))
}
