import { safeLink } from '#domain/safe-link.ts'
import type { CodedText, InlineCode } from '#domain/segments/coded-text.ts'
import { escapeAttribute, escapeText } from './tmx.ts'

/** Our own formatting as TMX pairs: the `type` that the standard recommends, and what the code looks like in HTML. */
const kinds = {
  bold: { type: 'bold', open: '<strong>', close: '</strong>' },
  italic: { type: 'italic', open: '<em>', close: '</em>' },
  underline: { type: 'ulined', open: '<u>', close: '</u>' },
} as const
const linkOpen = /^<a href="([^"]*)">$/
const beginning = /^<bpt i="[^"]*" type="(bold|italic|ulined|link)">([^<]*)<\/bpt>$/
const ending = /^<ept i="[^"]*">([^<]*)<\/ept>$/

/** Pairs that this program wrote become marks again; all others stay as they came. */
export function ownPairs(text: CodedText): CodedText {
  const marks = new Map<number, Pick<InlineCode, 'mark' | 'value'>>()
  for (const part of text) {
    if (typeof part === 'string' || part.code !== 'open') continue
    const mark = markOf(part.value)
    const close = text.find(
      (other) => typeof other !== 'string' && other.code === 'close' && other.number === part.number,
    )
    const closed = typeof close === 'object' ? contentOf(ending, close.value, 1) : undefined
    if (mark && closed === (mark.mark === 'link' ? '</a>' : kinds[mark.mark].close))
      marks.set(part.number, mark)
  }
  return text.map((part) =>
    typeof part === 'string' || part.code === 'single' ? part : { ...part, ...marks.get(part.number) },
  )
}

type OwnMark = Readonly<{ mark: 'bold' | 'italic' | 'underline' | 'link'; value: string }>

function markOf(xml: string): OwnMark | undefined {
  const type = beginning.exec(xml)?.[1]
  const content = contentOf(beginning, xml, 2) ?? ''
  if (type === 'link') {
    const address = safeLink(linkOpen.exec(content)?.[1] ?? '')
    return address === undefined ? undefined : { mark: 'link', value: address }
  }
  for (const mark of ['bold', 'italic', 'underline'] as const)
    if (kinds[mark].type === type && kinds[mark].open === content) return { mark, value: '' }
  return undefined
}

function contentOf(pattern: RegExp, xml: string, group: number): string | undefined {
  return pattern.exec(xml)?.[group]?.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}

/** One of our own codes as TMX; `i` is its number. */
export function writeOwnCode({ code, number, mark, value }: InlineCode): string {
  if (mark === 'link') {
    if (code === 'close') return `<ept i="${number}">&lt;/a&gt;</ept>`
    return `<bpt i="${number}" type="link">${escapeText(`<a href="${value.replace(/"/g, '%22')}">`)}</bpt>`
  }
  if (mark === 'other') throw new Error('A code of another program is written as it came')
  const kind = kinds[mark]
  return code === 'close'
    ? `<ept i="${number}">${escapeText(kind.close)}</ept>`
    : `<bpt i="${number}" type="${escapeAttribute(kind.type)}">${escapeText(kind.open)}</bpt>`
}
