import type { CodedText, InlineCode } from '#domain/segments/coded-text.ts'
import { ownPairs } from './own-marks.ts'
import { codeElements, escapeText, type TmxAttributes, writeAttributes } from './tmx.ts'

/** Takes a segment's content as it comes; `finish` answers it, or null when it holds what no segment may. */
export type SegmentReading = Readonly<{
  open(name: string, attributes: TmxAttributes): void
  text(text: string): void
  close(name: string): void
  finish(): CodedText | null
  /** The first foreign element's name. */
  foreign(): string
}>

type Raw = { name: string; attributes: TmxAttributes; xml: string; depth: number }

export function readSegment(): SegmentReading {
  const parts: (string | InlineCode)[] = []
  const pairs = new Map<string, number>()
  const highlights: number[] = []
  let raw: Raw | undefined
  let last = 0
  let foreign = ''

  function numberOf(key: string): number {
    const known = pairs.get(key)
    if (known !== undefined) return known
    last += 1
    pairs.set(key, last)
    return last
  }

  function finishRaw({ name, attributes, xml }: Raw): void {
    if (name === 'bpt' || name === 'ept') {
      const number = numberOf(`i${attributes['i'] ?? ''}`)
      parts.push({ code: name === 'bpt' ? 'open' : 'close', number, mark: 'other', value: xml })
    } else {
      last += 1
      parts.push({ code: 'single', number: last, mark: 'other', value: xml })
    }
  }

  return {
    open(name, attributes) {
      const tag = `<${name}${writeAttributes(attributes)}>`
      if (raw) {
        raw.xml += tag
        raw.depth += 1
      } else if (name === 'hi') {
        last += 1
        highlights.push(last)
        parts.push({ code: 'open', number: last, mark: 'other', value: tag })
      } else if (codeElements.some((element) => element === name)) {
        raw = { name, attributes, xml: tag, depth: 0 }
      } else foreign ||= name
    },
    text(text) {
      if (raw) raw.xml += escapeText(text)
      else if (text !== '') addText(parts, text)
    },
    close(name) {
      if (raw) {
        raw.xml += `</${name}>`
        if (raw.depth > 0) raw.depth -= 1
        else {
          finishRaw(raw)
          raw = undefined
        }
      } else if (name === 'hi') {
        parts.push({ code: 'close', number: highlights.pop() ?? 0, mark: 'other', value: '</hi>' })
      }
    },
    finish: () => (foreign === '' ? ownPairs(parts) : null),
    foreign: () => foreign,
  }
}

function addText(parts: (string | InlineCode)[], text: string): void {
  const before = parts.at(-1)
  if (typeof before === 'string') parts[parts.length - 1] = before + text
  else parts.push(text)
}
