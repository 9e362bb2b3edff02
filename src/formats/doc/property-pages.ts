import { dataView } from './compound-file.ts'
import type { WordFile } from './word-header.ts'

/** Properties of the bytes `from` up to `to` of the main stream. */
export type PropertyRun = Readonly<{ from: number; to: number; bytes: Uint8Array; style: number }>

const pageSize = 512
const none = new Uint8Array()

function pages(file: WordFile, index: number): readonly Uint8Array[] {
  const bytes = file.part(index)
  const view = dataView(bytes)
  const count = Math.max(0, Math.floor((bytes.length - 4) / 8))
  return Array.from({ length: count }, (_, at) => {
    const page = (view.getUint32((count + 1) * 4 + at * 4, true) & 0x3fffff) * pageSize
    if (page + pageSize > file.main.length) throw new RangeError('property page beyond the end')
    return file.main.subarray(page, page + pageSize)
  })
}

function readRuns(
  page: Uint8Array,
  entry: number,
  read: (page: Uint8Array, offset: number) => Pick<PropertyRun, 'bytes' | 'style'>,
): readonly PropertyRun[] {
  const view = dataView(page)
  const count = view.getUint8(pageSize - 1)
  return Array.from({ length: count }, (_, at) => {
    const offset = view.getUint8((count + 1) * 4 + at * entry) * 2
    const properties = offset === 0 ? { bytes: none, style: 0 } : read(page, offset)
    return { from: view.getUint32(at * 4, true), to: view.getUint32(at * 4 + 4, true), ...properties }
  })
}

function characters(page: Uint8Array, offset: number): Pick<PropertyRun, 'bytes' | 'style'> {
  const length = page[offset] ?? 0
  return { bytes: page.subarray(offset + 1, Math.min(offset + 1 + length, pageSize - 1)), style: 0 }
}

function paragraphs(page: Uint8Array, offset: number): Pick<PropertyRun, 'bytes' | 'style'> {
  const short = (page[offset] ?? 0) !== 0
  const start = short ? offset + 1 : offset + 2
  const length = short ? (page[offset] ?? 0) * 2 - 1 : (page[offset + 1] ?? 0) * 2
  const bytes = page.subarray(start, Math.min(start + length, pageSize))
  if (bytes.length < 2) return { bytes: none, style: 0 }
  return { bytes: bytes.subarray(2), style: dataView(bytes).getUint16(0, true) }
}

function ordered(runs: readonly PropertyRun[]): readonly PropertyRun[] {
  return runs.filter((run) => run.to > run.from).toSorted((left, right) => left.from - right.from)
}

export function readCharacterRuns(file: WordFile, index: number): readonly PropertyRun[] {
  return ordered(pages(file, index).flatMap((page) => readRuns(page, 1, characters)))
}

export function readParagraphRuns(file: WordFile, index: number): readonly PropertyRun[] {
  return ordered(pages(file, index).flatMap((page) => readRuns(page, 13, paragraphs)))
}

/** The run that covers a place in the main stream. */
export function runAt(runs: readonly PropertyRun[], place: number): PropertyRun | undefined {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (!run) return undefined
    if (place < run.from) high = middle - 1
    else if (place >= run.to) low = middle + 1
    else return run
  }
  return undefined
}
