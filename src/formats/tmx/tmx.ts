import type { CodedText } from '#domain/segments/coded-text.ts'

/**
 * Translation Memory eXchange 1.4b (LISA OSCAR, 2005): a header and units of one text in several languages. What a
 * file says beside the texts (properties, notes, dates, users) is kept as it stands.
 */
export type TmxProperty = Readonly<{ type: string; text: string; attributes: TmxAttributes }>
export type TmxNote = Readonly<{ text: string; attributes: TmxAttributes }>
/** Attributes by their name in the file; what has a field of its own (`type`, `xml:lang` of a text) is not among them. */
export type TmxAttributes = Readonly<Record<string, string>>

export type TmxFacts = Readonly<{
  attributes: TmxAttributes
  properties: readonly TmxProperty[]
  notes: readonly TmxNote[]
}>

export type TmxHeader = TmxFacts
export type TmxText = TmxFacts &
  Readonly<{
    /** BCP 47, in canonical case. */
    language: string
    /** Inline elements are codes; the `value` of an `other` code is the element as XML. */
    content: CodedText
  }>
export type TmxUnit = TmxFacts & Readonly<{ texts: readonly TmxText[] }>

/** Why something of a file was left out; `line` counts from 1. The rest of the file is read all the same. */
export type TmxSkip = Readonly<{
  reason:
    | 'no-language'
    | 'bad-language'
    | 'no-segment'
    | 'too-long'
    | 'foreign-element'
    | 'one-language'
    | 'two-of-a-language'
  line: number
  detail: string
}>

/** Elements that stand for formatting inside a segment; `hi` and `sub` hold words. */
export const codeElements = ['bpt', 'ept', 'ph', 'it', 'ut'] as const
export const emptyFacts: TmxFacts = { attributes: {}, properties: [], notes: [] }

/** Characters that XML 1.0 has no way to write. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

export function escapeText(text: string): string {
  return text
    .replace(unwritable, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;')
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')
}

export function writeAttributes(attributes: TmxAttributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')
}

/** A TMX date (`YYYYMMDDThhmmssZ`) in milliseconds since 1970, or null. */
export function readTmxDate(text: string | undefined): number | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '')
  if (!parts) return null
  const [, year, month, day, hour, minute, second] = parts
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(at) ? null : at
}

export function writeTmxDate(at: number): string {
  return new Date(at)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z')
}
