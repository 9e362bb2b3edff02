import { type CompoundFile, dataView } from './compound-file.ts'

/** Tables of a binary Word file by their place in the header's list (MS-DOC, FibRgFcLcb97). */
export const tables = {
  styles: 1,
  footnoteMarkers: 2,
  footnoteTexts: 3,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  endnoteMarkers: 46,
  endnoteTexts: 47,
  lists: 73,
  listOverrides: 74,
} as const

/** Lengths, in characters, of the texts that follow each other: body, footnotes, headers, … */
export type TextLengths = Readonly<{
  body: number
  footnotes: number
  headers: number
  macros: number
  comments: number
  endnotes: number
  textBoxes: number
  headerTextBoxes: number
}>

export type WordFile = Readonly<{
  main: Uint8Array
  table: Uint8Array
  data: Uint8Array
  lengths: TextLengths
  /** The bytes of a table; empty when the file has none. */
  part(index: number): Uint8Array
  /** Where a table lies in the table stream. */
  place(index: number): Readonly<{ start: number; length: number }>
}>

function readLengths(view: DataView): TextLengths {
  const at = (place: number) => view.getUint32(76 + place * 4, true)
  return {
    body: at(0),
    footnotes: at(1),
    headers: at(2),
    macros: at(3),
    comments: at(4),
    endnotes: at(5),
    textBoxes: at(6),
    headerTextBoxes: at(7),
  }
}

/** Reads the header of a Word 97 to 2003 document; undefined for what is older or none. Throws RangeError. */
export function readWordFile(file: CompoundFile): WordFile | undefined {
  const main = file.stream('WordDocument')
  if (!main) return undefined
  const view = dataView(main)
  if (view.getUint16(0, true) !== 0xa5ec || view.getUint16(2, true) < 0xc1) return undefined
  const table = file.stream((view.getUint8(11) & 0x02) !== 0 ? '1Table' : '0Table')
  if (!table) return undefined
  const entries = view.getUint16(152, true)
  const place = (index: number) => {
    if (index >= entries) return { start: 0, length: 0 }
    const [start, length] = [view.getUint32(154 + index * 8, true), view.getUint32(158 + index * 8, true)]
    if (start + length > table.length) throw new RangeError('table beyond the end')
    return { start, length }
  }
  const part = (index: number) => {
    const { start, length } = place(index)
    return table.subarray(start, start + length)
  }
  const data = file.stream('Data') ?? new Uint8Array()
  return { main, table, data, lengths: readLengths(view), part, place }
}
