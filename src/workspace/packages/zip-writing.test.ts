import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { type ZipEntry, zipOf } from './zip-writing.ts'

const entries: readonly ZipEntry[] = [
  { path: 'manifest.json', bytes: Buffer.from('{}') },
  { path: 'vi/Lễ hội Trà 茶 차.html', bytes: Buffer.from('<p>Khai mạc</p>') },
  { path: 'pictures/empty.jpg', bytes: Buffer.alloc(0) },
  { path: 'pictures/large.jpg', bytes: randomBytes(300_000) },
]

/** The same zip by a library that others use. */
function zippedElsewhere(): Promise<Buffer> {
  const zip = new ZipFile()
  const mtime = new Date(1980, 0, 1)
  for (const { path, bytes } of entries) {
    zip.addBuffer(bytes, path, { compress: false, mtime, mode: 0o100644, forceDosTimestamp: true })
  }
  zip.end()
  return buffer(zip.outputStream)
}

test('a zip has the bytes that another library gives the same files, the date and the mode', async () => {
  expect(Buffer.concat(zipOf(entries)).equals(await zippedElsewhere())).toBe(true)
})

test('names and bytes alone decide, wherever and whenever it is made (SAME1)', () => {
  expect(Buffer.concat(zipOf(entries)).equals(Buffer.concat(zipOf([...entries])))).toBe(true)
  expect(Buffer.concat(zipOf([...entries].reverse())).equals(Buffer.concat(zipOf(entries)))).toBe(false)
})

test('more than a zip of this form can say is refused, not cut off', () => {
  const one = { path: 'a', bytes: Buffer.alloc(0) }
  expect(() => zipOf(Array.from({ length: 0xffff }, () => one))).toThrow(RangeError)
})
