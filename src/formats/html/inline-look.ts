import type { ImportedRun } from '#domain/imported-text.ts'
import { attribute, type HtmlElement, inlineStyle } from './element.ts'

/** How text looks at a place in the page. */
export type Look = Omit<ImportedRun, 'text'>

const bolder = new Set(['b', 'strong'])
const slanted = new Set(['i', 'em', 'cite', 'dfn'])
const underlined = new Set(['u', 'ins'])

function weight(value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined
  if (/^bold/.test(value)) return true
  if (value === 'normal' || value === 'lighter') return false
  const number = Number.parseInt(value, 10)
  return Number.isNaN(number) ? undefined : number >= 600
}

function slant(value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined
  if (/^(italic|oblique)/.test(value)) return true
  return value === 'normal' ? false : undefined
}

function points(value: string | undefined): number | undefined {
  const match = /^([\d.]+)(pt|px)/.exec(value ?? '')
  if (!match?.[1]) return undefined
  return Number(match[1]) * (match[2] === 'px' ? 0.75 : 1)
}

/** Google Docs wraps every link in a redirect of its own. */
function target(href: string): string {
  const wrapped = /^https?:\/\/(?:www\.)?google\.com\/url\?/i.test(href)
  const inner = wrapped ? /[?&](?:q|url)=([^&]+)/.exec(href)?.[1] : undefined
  if (inner === undefined) return href
  try {
    return decodeURIComponent(inner)
  } catch {
    return href
  }
}

function firstFamily(element: HtmlElement, style: ReadonlyMap<string, string>): string | undefined {
  const written = attribute(element, 'face') ?? style.get('font-family') ?? ''
  const family = written.split(',', 1)[0]?.replace(/["']/g, '').trim()
  return family === '' ? undefined : family
}

function said(value: boolean | undefined, name: 'bold' | 'italic' | 'underline', look: Look): boolean {
  return value ?? look[name] ?? false
}

/** The look inside an element: its tag first, its style over it. */
export function lookInside(element: HtmlElement, outside: Look): Look {
  const { tagName } = element
  const style = inlineStyle(element)
  const href = tagName === 'a' ? attribute(element, 'href') : undefined
  const link = href === undefined || href === '' ? outside.link : target(href)
  const decoration = style.get('text-decoration') ?? style.get('text-decoration-line') ?? ''
  const font = firstFamily(element, style) ?? outside.font
  const size = points(style.get('font-size')) ?? outside.size
  const bold = weight(style.get('font-weight')) ?? (bolder.has(tagName) || undefined)
  const italic = slant(style.get('font-style')) ?? (slanted.has(tagName) || undefined)
  const underline =
    decoration === 'none' ? false : decoration.includes('underline') || underlined.has(tagName) || undefined
  return {
    bold: said(bold, 'bold', outside),
    italic: said(italic, 'italic', outside),
    underline: link === undefined && said(underline, 'underline', outside),
    ...(link !== undefined && { link }),
    ...(font !== undefined && { font }),
    ...(size !== undefined && { size }),
  }
}
