import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { findDirectory, readDirectory } from './zip-directory.ts'
import { directoryOf, endLength, localHeader, type ZipEntry } from './zip-layout.ts'

const files = [
  { name: 'documents/a', content: Buffer.from('Lễ hội trà') },
  { name: 'records.json', content: Buffer.from('[]') },
  { name: 'manifest.json', content: Buffer.alloc(0) },
]

function entryOf({ name, content }: (typeof files)[number]): ZipEntry {
  return { name, crc32: crc32(content), bytes: content.length }
}

function makeZip(of = files): Buffer {
  const entries = of.map(entryOf)
  const parts = of.flatMap((file, index) => [localHeader(entries[index]!), file.content])
  return Buffer.concat([...parts, directoryOf(entries)])
}

function read(zip: Buffer) {
  const place = findDirectory(zip.subarray(0, 4), zip.subarray(-endLength), zip.length)
  return place.ok ? readDirectory(zip.subarray(place.value.offset), place.value) : place
}

test('A bundle is a zip that any program reads', async () => {
  const zip = await fromBufferPromise(makeZip(), { strictFileNames: true })
  const names = []
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry)
    const chunks = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    names.push([entry.fileName, Buffer.concat(chunks).toString()])
  }
  expect(names).toEqual(files.map(({ name, content }) => [name, content.toString()]))
})

test('What is written is read back', () => {
  expect(read(makeZip())).toEqual({ ok: true, value: files.map(entryOf) })
})

test('SAFE3: a zip that is cut, at whatever byte, is refused', () => {
  const zip = makeZip()
  for (let length = 0; length < zip.length; length += 1) expect(read(zip.subarray(0, length)).ok).toBe(false)
})

test('A directory with any byte changed is refused, but for what the content is checked by', () => {
  const zip = makeZip()
  const { offset } = { offset: zip.readUInt32LE(zip.length - 6) }
  const unnoticed = []
  for (let at = offset; at < zip.length; at += 1) {
    const changed = Buffer.from(zip)
    changed[at] = (changed[at] ?? 0) ^ 0x01
    if (read(changed).ok) unnoticed.push(at - offset)
  }
  // checksums and names: they are compared with the bytes and with the manifest
  const first = files[0]!.name.length
  const heads = [0, 46 + first, 46 + first + 46 + files[1]!.name.length]
  const checked = heads.flatMap((head, index) => {
    const name = Array.from({ length: files[index]!.name.length }, (_, letter) => head + 46 + letter)
    return [16, 17, 18, 19].map((byte) => head + byte).concat(name)
  })
  expect(unnoticed.filter((at) => !checked.includes(at))).toEqual([])
})

test.each(['../out', '/etc/passwd', 'C:\\x', 'a/../b', 'a//b', 'documents/', 'a\\b', 'nul\u0000', ''])(
  'The name %j leads elsewhere and is refused',
  (name) => {
    const read1 = read(makeZip([{ name, content: Buffer.from('x') }]))
    expect(read1).toMatchObject({ ok: false, failure: { reason: 'path-unsafe' } })
  },
)

test('A name that stands twice is refused', () => {
  const twice = makeZip([files[0]!, files[0]!])
  expect(read(twice)).toMatchObject({ failure: { reason: 'duplicate' } })
})

test('Nothing is unpacked: a compressed entry, and so a zip bomb, is refused by its method', () => {
  const zip = makeZip()
  const offset = zip.readUInt32LE(zip.length - 6)
  zip.writeUInt16LE(8, offset + 10)
  expect(read(zip)).toMatchObject({ failure: { reason: 'compressed' } })
})
