import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import { type Failure, failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { createTmxReader, type TmxListener } from '#formats/tmx/read-tmx.ts'
import type { TmxUnit } from '#formats/tmx/tmx.ts'

/** Bytes; a million sentences in four languages take about a half of it. */
export const largestTmx = 4 * 2 ** 30

/** Reads a TMX file from disk, piece by piece, in the encoding its first bytes tell. Throws when it is aborted. */
export async function readTmxFile(
  path: string,
  name: string,
  listener: TmxListener,
  signal: AbortSignal,
  piece: () => Promise<void> | void = () => undefined,
): Promise<Result<null, Failure>> {
  const decoder = new TextDecoder(await encodingOf(path), { fatal: false })
  const reader = createTmxReader(listener)
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 18, signal })) {
    const written = reader.write(decoder.decode(chunk as Buffer, { stream: true }))
    if (!written.ok) return damaged(name, written.failure)
    await piece()
  }
  const last = reader.write(decoder.decode())
  const ended = last.ok ? reader.end() : last
  return ended.ok ? succeed(null) : damaged(name, ended.failure)
}

function damaged(
  name: string,
  cause: Readonly<{ code: string; detail?: string; line?: number | null }>,
): Result<null, Failure> {
  return fail(
    failure('format-damaged', { name, detail: cause.detail ?? cause.code, line: cause.line ?? null }),
  )
}

/** By the byte order mark, by how UTF-16 looks, else by what the declaration says. */
async function encodingOf(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(200), 0, 200, 0)
    const head = buffer.subarray(0, bytesRead)
    if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0)) return 'utf-16le'
    if ((head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0 && head[1] === 0x3c)) return 'utf-16be'
    const declared = /^(?:\ufeff|\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(
      head.toString('latin1'),
    )?.[1]
    return knownEncoding(declared ?? 'utf-8')
  } finally {
    await handle.close()
  }
}

function knownEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return 'utf-8'
  }
}

/** What is forbidden to hold (SEC1), or undefined; stamps are short and stand alone. */
export function stampIn(unit: TmxUnit): ReturnType<typeof findStamp> {
  const texts = [
    ...unit.texts.flatMap((text) => [plainText(text.content), ...text.notes.map((note) => note.text)]),
    ...unit.notes.map((note) => note.text),
    ...unit.properties.map((property) => property.text),
  ]
  return texts
    .flatMap((text) => text.normalize('NFC').split(/[\n\r\u2028\u2029\v\t]/))
    .filter((line) => line.length <= 320)
    .map(findStamp)
    .find((found) => found !== undefined)
}
