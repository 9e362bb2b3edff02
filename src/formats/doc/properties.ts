import { dataView } from './compound-file.ts'

/** One property modifier: its code, and where its operand lies. */
type Modifier = Readonly<{ code: number; value: number }>

const sizes = [1, 1, 2, 4, 2, 2, 0, 3] as const
const tableDefinition = 0xd608

function operandSize(view: DataView, code: number, at: number): number {
  const size = sizes[code >> 13] ?? 1
  if (size > 0) return size
  return code === tableDefinition ? view.getUint16(at, true) + 1 : view.getUint8(at) + 1
}

/** Reads a list of property modifiers (MS-DOC, grpprl); a list that breaks off ends there. */
export function readModifiers(bytes: Uint8Array): readonly Modifier[] {
  const view = dataView(bytes)
  const modifiers: Modifier[] = []
  for (let at = 0; at + 3 <= bytes.length; ) {
    const code = view.getUint16(at, true)
    const size = operandSize(view, code, at + 2)
    if (at + 2 + size > bytes.length) break
    const value =
      size === 4
        ? view.getUint32(at + 2, true)
        : size === 2
          ? view.getUint16(at + 2, true)
          : view.getUint8(at + 2)
    modifiers.push({ code, value })
    at += 2 + size
  }
  return modifiers
}

export type CharacterLook = Readonly<{
  bold: boolean
  italic: boolean
  underline: boolean
  hidden: boolean
  deleted: boolean
  inserted: boolean
  superscript: boolean
  /** Index of the font in the font table. */
  font: number | undefined
  /** Points; 0 when not said. */
  size: number
  /** Where a picture lies in the data stream. */
  picture: number | undefined
  /** A character of a symbol font that stands for the text. */
  symbol: number | undefined
  /** Index of the character style. */
  style: number | undefined
}>

export const plainLook: CharacterLook = {
  bold: false,
  italic: false,
  underline: false,
  hidden: false,
  deleted: false,
  inserted: false,
  superscript: false,
  font: undefined,
  size: 0,
  picture: undefined,
  symbol: undefined,
  style: undefined,
}

/** 0 and 1 say off and on, 0x80 as the style, 0x81 the opposite of the style. */
function toggled(value: number, style: boolean): boolean {
  if (value === 0x80) return style
  return value === 0x81 ? !style : value !== 0
}

function applyCharacter(look: CharacterLook, { code, value }: Modifier, style: CharacterLook): CharacterLook {
  switch (code) {
    case 0x0835:
      return { ...look, bold: toggled(value, style.bold) }
    case 0x0836:
      return { ...look, italic: toggled(value, style.italic) }
    case 0x083c:
      return { ...look, hidden: toggled(value, style.hidden) }
    case 0x2a3e:
      return { ...look, underline: value !== 0 }
    case 0x0800:
      return { ...look, deleted: value !== 0 }
    case 0x0801:
      return { ...look, inserted: value !== 0 }
    case 0x2a48:
      return { ...look, superscript: value === 1 }
    case 0x4a4f:
      return { ...look, font: value }
    case 0x4a43:
      return { ...look, size: value / 2 }
    case 0x6a03:
      return { ...look, picture: value }
    case 0x6a09:
      return { ...look, font: value & 0xffff, symbol: value >>> 16 }
    case 0x4a30:
      return { ...look, style: value }
    default:
      return look
  }
}

export function applyCharacters(style: CharacterLook, modifiers: readonly Modifier[]): CharacterLook {
  return modifiers.reduce((look, modifier) => applyCharacter(look, modifier, style), style)
}

export type ParagraphLook = Readonly<{
  /** 0 left, 1 centre, 2 right, 3 justified. */
  alignment: number
  /** List override, from 1; 0 for none. */
  list: number
  level: number
  /** 9 is body text. */
  outline: number
  inTable: boolean
  endsRow: boolean
}>

export const plainParagraph: ParagraphLook = {
  alignment: 0,
  list: 0,
  level: 0,
  outline: 9,
  inTable: false,
  endsRow: false,
}

export function applyParagraphs(style: ParagraphLook, modifiers: readonly Modifier[]): ParagraphLook {
  let look = style
  for (const { code, value } of modifiers) {
    if (code === 0x2403 || code === 0x2461) look = { ...look, alignment: value }
    else if (code === 0x460b) look = { ...look, list: value }
    else if (code === 0x260a) look = { ...look, level: value }
    else if (code === 0x2640) look = { ...look, outline: value }
    else if (code === 0x2416) look = { ...look, inTable: value !== 0 }
    else if (code === 0x2417) look = { ...look, endsRow: value !== 0 }
  }
  return look
}
