import { dataView } from './compound-file.ts'

/** Names of the fonts, by their index. */
export function readFontNames(bytes: Uint8Array): readonly string[] {
  if (bytes.length < 4) return []
  const view = dataView(bytes)
  const decoder = new TextDecoder('utf-16le')
  const count = view.getUint16(0, true)
  const names: string[] = []
  for (let at = 4; names.length < count && at < bytes.length; ) {
    const length = view.getUint8(at)
    const name = bytes.subarray(at + 40, at + 1 + length)
    const text = decoder.decode(name.subarray(0, name.length - (name.length % 2)))
    names.push(text.split('\0', 1)[0] ?? '')
    at += 1 + length
  }
  return names
}
