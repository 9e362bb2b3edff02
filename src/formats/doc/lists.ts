import { dataView } from './compound-file.ts'
import { tables, type WordFile } from './word-header.ts'

export type ListFormat = 'ordered' | 'bullet' | 'none'

const listSize = 28
const levelSize = 28
const overrideSize = 16

function formatOf(code: number): ListFormat {
  if (code === 23) return 'bullet'
  return code === 255 ? 'none' : 'ordered'
}

/** Formats of the levels of every list, by the list's id. Level data follow the table of lists. */
function readLists(file: WordFile): ReadonlyMap<number, readonly ListFormat[]> {
  const { start, length } = file.place(tables.lists)
  const lists = new Map<number, readonly ListFormat[]>()
  if (length < 2) return lists
  const view = dataView(file.table)
  const count = view.getUint16(start, true)
  let at = start + length
  for (let list = 0; list < count; list += 1) {
    const entry = start + 2 + list * listSize
    const levels = (view.getUint8(entry + 26) & 1) !== 0 ? 1 : 9
    const formats: ListFormat[] = []
    for (let level = 0; level < levels; level += 1) {
      formats.push(formatOf(view.getUint8(at + 4)))
      const properties = view.getUint8(at + 24) + view.getUint8(at + 25)
      at += levelSize + properties
      at += 2 + view.getUint16(at, true) * 2
    }
    lists.set(view.getInt32(entry, true), formats)
  }
  return lists
}

/** Answers the format of a level of a list override (counted from 1). */
export function readListFormats(file: WordFile): (override: number, level: number) => ListFormat {
  const overrides = file.part(tables.listOverrides)
  if (overrides.length < 4) return () => 'none'
  const lists = readLists(file)
  const view = dataView(overrides)
  return (override, level) => {
    const at = 4 + (override - 1) * overrideSize
    if (override < 1 || at + 4 > overrides.length) return 'none'
    const formats = lists.get(view.getInt32(at, true))
    return formats?.[level] ?? formats?.[0] ?? 'none'
  }
}
