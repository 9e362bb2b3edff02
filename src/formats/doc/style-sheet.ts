import type { ImportedRole } from '#domain/imported-text.ts'
import { dataView } from './compound-file.ts'
import {
  applyCharacters,
  applyParagraphs,
  type CharacterLook,
  type ParagraphLook,
  plainLook,
  plainParagraph,
  readModifiers,
} from './properties.ts'

export type WordStyle = Readonly<{ role: ImportedRole; characters: CharacterLook; paragraph: ParagraphLook }>
type WrittenStyle = Readonly<{ id: number; kind: number; base: number; updates: readonly Uint8Array[] }>

const plainStyle: WordStyle = { role: 'body', characters: plainLook, paragraph: plainParagraph }
const noBase = 0xfff

function roleOf(id: number): ImportedRole {
  if (id >= 1 && id <= 9) return 'heading'
  if (id === 62) return 'title'
  if (id === 74) return 'subtitle'
  return id === 34 ? 'caption' : 'body'
}

/** Property lists of a style follow its name, each on an even byte. */
function readUpdates(bytes: Uint8Array, start: number, count: number): readonly Uint8Array[] {
  const view = dataView(bytes)
  const updates: Uint8Array[] = []
  for (let at = start; updates.length < count && at + 2 <= bytes.length; ) {
    const length = view.getUint16(at, true)
    updates.push(bytes.subarray(at + 2, at + 2 + length))
    at += 2 + length + (length % 2)
  }
  return updates
}

function readStyle(bytes: Uint8Array, baseSize: number): WrittenStyle {
  const view = dataView(bytes)
  const nameLength = view.getUint16(baseSize, true)
  const second = view.getUint16(2, true)
  return {
    id: view.getUint16(0, true) & 0xfff,
    kind: second & 0xf,
    base: second >> 4,
    updates: readUpdates(bytes, baseSize + 2 + nameLength * 2 + 2, view.getUint16(4, true) & 0xf),
  }
}

function readWritten(bytes: Uint8Array): readonly (WrittenStyle | undefined)[] {
  const view = dataView(bytes)
  const header = view.getUint16(0, true)
  const [count, baseSize] = [view.getUint16(2, true), view.getUint16(4, true)]
  const styles: (WrittenStyle | undefined)[] = []
  for (let at = 2 + header; styles.length < count && at + 2 <= bytes.length; ) {
    const length = view.getUint16(at, true)
    const style = bytes.subarray(at + 2, at + 2 + length)
    styles.push(style.length > baseSize + 4 ? readStyle(style, baseSize) : undefined)
    at += 2 + length + (length % 2)
  }
  return styles
}

function resolveOwn(style: WrittenStyle, base: WordStyle): WordStyle {
  const isParagraph = style.kind === 1
  const paragraph = isParagraph ? style.updates[0]?.subarray(2) : undefined
  const characters = style.updates[isParagraph ? 1 : 0]
  const own = roleOf(style.id)
  return {
    role: own === 'body' ? base.role : own,
    characters: characters ? applyCharacters(base.characters, readModifiers(characters)) : base.characters,
    paragraph: paragraph ? applyParagraphs(base.paragraph, readModifiers(paragraph)) : base.paragraph,
  }
}

/** Reads the style sheet; what styles inherit is laid under them, and loops of inheritance end. */
export function readStyleSheet(bytes: Uint8Array): (style: number) => WordStyle {
  if (bytes.length < 6) return () => plainStyle
  const written = readWritten(bytes)
  const known = new Map<number, WordStyle>()
  const resolve = (index: number, depth: number): WordStyle => {
    const style = written[index]
    const found = known.get(index)
    if (found || !style || depth > 20) return found ?? plainStyle
    const base = style.base === noBase ? plainStyle : resolve(style.base, depth + 1)
    const resolved = resolveOwn(style, base)
    known.set(index, resolved)
    return resolved
  }
  return (style) => resolve(style, 0)
}
