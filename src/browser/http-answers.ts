import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { askedRange, entityTag } from '#workspace/files/byte-range.ts'
import { contentDisposition } from '#workspace/files/content-disposition.ts'
import { commonHeaders, inertPolicy } from '#workspace/files/page-policy.ts'
import type { Resource } from '#workspace/files/resources.ts'

type Headers = Readonly<Record<string, string | number>>

/** Answers without a file. */
export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Headers = { 'content-type': 'text/plain; charset=utf-8' },
): void {
  const body = Buffer.from(text)
  response.writeHead(status, {
    ...commonHeaders,
    'content-security-policy': inertPolicy,
    'cache-control': 'no-store',
    'content-length': body.byteLength,
    ...headers,
  })
  response.end(body)
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, JSON.stringify(value), { 'content-type': 'application/json' })
}

/** Streams a file, or the one range of it that was asked for. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: Resource,
  policy: string = inertPolicy,
): void {
  // a range is asked of a body, and HEAD has none (RFC 9110 §14.2)
  const { range: wanted, 'if-range': ifRange } = request.method === 'GET' ? request.headers : {}
  const range = askedRange({ range: wanted, ifRange: String(ifRange ?? '') }, file)
  const headers = { ...fileHeaders(file), 'content-security-policy': policy }
  if (range.kind === 'unsatisfiable') {
    response.writeHead(416, {
      ...commonHeaders,
      'content-range': `bytes */${file.bytes}`,
      'content-length': 0,
    })
    response.end()
    return
  }
  const [first, last] = range.kind === 'part' ? [range.first, range.last] : [0, file.bytes - 1]
  const partial = range.kind === 'part' ? { 'content-range': `bytes ${first}-${last}/${file.bytes}` } : {}
  response.writeHead(range.kind === 'part' ? 206 : 200, {
    ...headers,
    ...partial,
    'content-length': Math.max(0, last - first + 1),
  })
  if (request.method === 'HEAD' || file.bytes === 0 || response.destroyed) response.end()
  // A reader that goes away, or a file that does, ends the answer early: there is nobody to tell any more.
  else pipeline(readPart(file.path, first, last), response, () => undefined)
}

const chunk = 2 ** 20

/** The page's files are read in one piece each: every piece is a turn of the process that also answers the page. */
function readPart(path: string, start: number, end: number) {
  return createReadStream(path, { start, end, highWaterMark: chunk })
}

function fileHeaders(file: Resource): Headers {
  return {
    ...commonHeaders,
    'content-type': file.mediaType,
    'accept-ranges': 'bytes',
    ...(file.tag === null ? {} : { etag: entityTag(file.tag) }),
    'cache-control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-cache',
    ...(file.download === null ? {} : { 'content-disposition': contentDisposition(file.download) }),
  }
}
