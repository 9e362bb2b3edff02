import type { ImportedPicture } from '#domain/imported-text.ts'
import { pictureName, pictureType } from '../picture-type.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Map([...alphabet].map((letter, value) => [letter, value]))

/** Bytes of base64 text; characters outside its alphabet are passed over. */
export function decodeBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3)
  let length = 0
  let bits = 0
  let held = 0
  for (const letter of text) {
    const value = values.get(letter)
    if (value === undefined) continue
    held = ((held << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[length] = (held >> bits) & 0xff
    length += 1
  }
  return bytes.subarray(0, length)
}

/** The picture inside a data: address; undefined when it is none that a newsroom can use. */
export function pictureInAddress(address: string, number: number): ImportedPicture | undefined {
  const data = /^data:image\/[\w.+-]+;base64,(.*)$/is.exec(address)?.[1]
  if (data === undefined) return undefined
  const bytes = decodeBase64(data)
  const mediaType = pictureType(bytes)
  if (!mediaType) return undefined
  return { name: pictureName(number, mediaType), mediaType, bytes }
}
