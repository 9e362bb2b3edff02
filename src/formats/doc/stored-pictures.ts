import { pictureType } from '../picture-type.ts'
import { dataView } from './compound-file.ts'

function find(bytes: Uint8Array, wanted: readonly number[], from = 0): number {
  const [first = 0] = wanted
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, step) => bytes[at + step] === byte)) return at
  }
  return -1
}

const jpegStart = [0xff, 0xd8, 0xff]
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]
const pngEnd = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]

/** A picture's own bytes inside the record that carries it: its length stands 4 bytes before its identifiers. */
function cutPicture(record: Uint8Array): Uint8Array | undefined {
  const png = find(record, pngStart)
  if (png >= 0) {
    const end = find(record, pngEnd, png)
    return end < 0 ? undefined : record.subarray(png, end + pngEnd.length)
  }
  const jpeg = find(record, jpegStart)
  if (jpeg < 0) return undefined
  for (const identifiers of [17, 33]) {
    const header = jpeg - identifiers - 8
    if (header < 0) continue
    const view = dataView(record)
    const type = view.getUint16(header + 2, true)
    const end = header + 8 + view.getUint32(header + 4, true)
    if ((type === 0xf01d || type === 0xf02a) && end <= record.length) return record.subarray(jpeg, end)
  }
  return record.subarray(jpeg)
}

/** The JPEG or PNG at a place of the data stream; undefined for drawings and metafiles. */
export function pictureAt(
  data: Uint8Array,
  place: number,
): Readonly<{ mediaType: string; bytes: Uint8Array }> | undefined {
  if (place + 6 > data.length) return undefined
  const view = dataView(data)
  const [length, header] = [view.getUint32(place, true), view.getUint16(place + 4, true)]
  const bytes = cutPicture(data.subarray(place + header, Math.min(place + length, data.length)))
  const mediaType = bytes && pictureType(bytes)
  return bytes && mediaType ? { mediaType, bytes } : undefined
}
