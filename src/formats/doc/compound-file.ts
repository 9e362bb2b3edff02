/** The streams of an OLE compound file (MS-CFB), which holds binary Word documents. */
export type CompoundFile = Readonly<{ stream(name: string): Uint8Array | undefined }>

const endOfChain = 0xfffffffe
const freeFrom = 0xfffffffa
const entrySize = 128

type Layout = Readonly<{
  bytes: Uint8Array
  view: DataView
  sectorSize: number
  miniSize: number
  miniLimit: number
}>

/** Reading past the end of a damaged file throws RangeError; the caller turns it into a failure. */
export function dataView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function readLayout(bytes: Uint8Array): Layout {
  const view = dataView(bytes)
  const [sector, mini] = [view.getUint16(30, true), view.getUint16(32, true)]
  if (sector < 7 || sector > 16 || mini < 2 || mini > sector) throw new RangeError('sector size')
  return { bytes, view, sectorSize: 2 ** sector, miniSize: 2 ** mini, miniLimit: view.getUint32(56, true) }
}

function sectorAt({ bytes, sectorSize }: Layout, sector: number): Uint8Array {
  const start = (sector + 1) * sectorSize
  if (start >= bytes.length) throw new RangeError('sector beyond the end')
  return bytes.subarray(start, start + sectorSize)
}

/** Sectors in order. A chain that comes back to itself would never end: it is damage. */
function chain(table: readonly number[], first: number): readonly number[] {
  const sectors: number[] = []
  for (let sector = first; sector < freeFrom; sector = table[sector] ?? endOfChain) {
    if (sectors.length > table.length) throw new RangeError('sectors run in a circle')
    sectors.push(sector)
  }
  return sectors
}

function numbersIn(bytes: Uint8Array): number[] {
  const view = dataView(bytes)
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => view.getUint32(at * 4, true))
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}

/** The allocation table: its first 109 sectors are named in the header, more in a chain of their own. */
function readTable(layout: Layout): readonly number[] {
  const { view, bytes, sectorSize } = layout
  const most = Math.ceil(bytes.length / sectorSize)
  const named = Array.from({ length: 109 }, (_, at) => view.getUint32(76 + at * 4, true))
  let next = view.getUint32(68, true)
  for (let guard = 0; next < freeFrom && guard < most; guard += 1) {
    const numbers = numbersIn(sectorAt(layout, next))
    next = numbers.pop() ?? endOfChain
    named.push(...numbers)
  }
  const sectors = named.filter((sector) => sector < freeFrom).slice(0, most)
  return sectors.flatMap((sector) => numbersIn(sectorAt(layout, sector)))
}

type Entry = Readonly<{ name: string; type: number; first: number; size: number }>

function readEntries(directory: Uint8Array): readonly Entry[] {
  const view = dataView(directory)
  const decoder = new TextDecoder('utf-16le')
  const entries: Entry[] = []
  for (let at = 0; at + entrySize <= directory.length; at += entrySize) {
    const length = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2))
    entries.push({
      name: decoder.decode(directory.subarray(at, at + length)),
      type: view.getUint8(at + 66),
      first: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    })
  }
  return entries
}

/** Opens a compound file. Throws RangeError when it is damaged. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const layout = readLayout(bytes)
  const { view, miniSize, miniLimit } = layout
  const table = readTable(layout)
  const read = (first: number) => join(chain(table, first).map((sector) => sectorAt(layout, sector)))
  const entries = readEntries(read(view.getUint32(48, true)))
  const root = entries.find((entry) => entry.type === 5)
  const miniTable = numbersIn(read(view.getUint32(60, true)))
  const miniBytes = root ? read(root.first) : new Uint8Array()
  const readMini = (first: number) =>
    join(chain(miniTable, first).map((at) => miniBytes.subarray(at * miniSize, (at + 1) * miniSize)))
  return {
    stream(name) {
      const entry = entries.find((each) => each.type === 2 && each.name === name)
      if (!entry) return undefined
      const whole = entry.size < miniLimit ? readMini(entry.first) : read(entry.first)
      return whole.subarray(0, entry.size)
    },
  }
}
