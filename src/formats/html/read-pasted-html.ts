import { convertLegacy } from '../legacy-vietnamese/convert-imported.ts'
import { type PastedText, pasteBlocks } from './pasted-blocks.ts'
import { readHtml } from './read-html.ts'

/** Characters of a paste; the rest of a larger one is not read. */
const longestPaste = 8_000_000

/**
 * What Word, Google Docs, web pages and chats put on the clipboard, as blocks: NFC (LANG1), our marks only, links
 * that lead somewhere, no remote pictures. Works in the browser and in Node. The caller judges the texts for
 * stamps before anything holds them (SEC1).
 */
export function readPastedHtml(html: string): PastedText {
  return pasteBlocks(convertLegacy(readHtml(html.slice(0, longestPaste)), 'auto').imported)
}

/** The same for plain text: a line is a paragraph, blank lines fall away. */
export function readPastedText(text: string): PastedText {
  const items = text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => ({
    kind: 'paragraph' as const,
    runs: [{ text: line }],
    role: 'body' as const,
    align: 'start' as const,
    list: null,
  }))
  return pasteBlocks(convertLegacy({ items, pictures: [], warnings: [], leftOut: [] }, 'auto').imported)
}
