/**
 * IPTC-IIM (Information Interchange Model 4.2): the older of the two ways a picture carries its caption and
 * credit. A block is a run of datasets: 0x1C, record, dataset, length (two bytes, big-endian), value.
 */
export type Dataset = Readonly<{ record: number; dataset: number; value: Uint8Array }>

const marker = 0x1c
/** ESC % G: the values are UTF-8. */
const utf8Mark = '\u001b%G'
const characterSet = 90

/** Reads all datasets; stops quietly at the first byte that starts none, as every reader of IIM does. */
export function readDatasets(block: Uint8Array): readonly Dataset[] {
  const datasets: Dataset[] = []
  let at = 0
  while (at + 5 <= block.length && block[at] === marker) {
    const length = ((block[at + 3] ?? 0) << 8) | (block[at + 4] ?? 0)
    const end = at + 5 + length
    if (length > 0x7fff || end > block.length) break
    datasets.push({
      record: block[at + 1] ?? 0,
      dataset: block[at + 2] ?? 0,
      value: block.subarray(at + 5, end),
    })
    at = end
  }
  return datasets
}

export function writeDatasets(datasets: readonly Dataset[]): Uint8Array {
  const parts = datasets.flatMap(({ record, dataset, value }) => [
    marker,
    record,
    dataset,
    value.length >> 8,
    value.length & 0xff,
    ...value,
  ])
  return Uint8Array.from(parts)
}

/** Application record (2) values by dataset number, decoded: UTF-8 when it says so or is, else Latin-1. */
export function readIim(block: Uint8Array): ReadonlyMap<number, readonly string[]> {
  const datasets = readDatasets(block)
  const saysUtf8 = datasets.some(
    ({ record, dataset, value }) => record === 1 && dataset === characterSet && latin1(value) === utf8Mark,
  )
  const values = new Map<number, string[]>()
  for (const { record, dataset, value } of datasets) {
    if (record !== 2) continue
    const text = saysUtf8 ? new TextDecoder('utf-8').decode(value) : decodeUnmarked(value)
    values.set(dataset, [...(values.get(dataset) ?? []), text])
  }
  return values
}

function decodeUnmarked(value: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(value)
  } catch {
    return latin1(value)
  }
}

function latin1(value: Uint8Array): string {
  return Array.from(value, (byte) => String.fromCharCode(byte)).join('')
}

const photoshop = 'Photoshop 3.0\0'
const resourceMark = '8BIM'
const iptcResource = 0x0404

/**
 * The IIM block inside a JPEG's APP13 payload, which is a list of Photoshop resources; a payload that is bare
 * IIM (as some writers leave it) is answered as it is.
 */
export function findIim(payload: Uint8Array): Uint8Array | undefined {
  if (payload[0] === marker) return payload
  let at = latin1(payload.subarray(0, photoshop.length)) === photoshop ? photoshop.length : 0
  while (latin1(payload.subarray(at, at + 4)) === resourceMark) {
    const id = ((payload[at + 4] ?? 0) << 8) | (payload[at + 5] ?? 0)
    const nameLength = 1 + (payload[at + 6] ?? 0)
    const sizeAt = at + 6 + nameLength + (nameLength % 2)
    const size = readLength(payload, sizeAt)
    const from = sizeAt + 4
    if (from + size > payload.length) return undefined
    if (id === iptcResource) return payload.subarray(from, from + size)
    at = from + size + (size % 2)
  }
  return undefined
}

function readLength(bytes: Uint8Array, at: number): number {
  return [0, 1, 2, 3].reduce((sum, index) => sum * 256 + (bytes[at + index] ?? 0), 0)
}
