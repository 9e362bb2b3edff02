import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { protocol } from 'electron'
import type { Failure } from '#contract/failures.ts'
import type { Result } from '#domain/result.ts'
import { askedRange, entityTag } from '#workspace/files/byte-range.ts'
import { contentDisposition } from '#workspace/files/content-disposition.ts'
import { mediaTypeOf } from '#workspace/files/media-types.ts'
import { findPageFile } from '#workspace/files/page-files.ts'
import { commonHeaders, inertPolicy, pagePolicy } from '#workspace/files/page-policy.ts'
import type { Resource } from '#workspace/files/resources.ts'
import { host, mediaOrigin, mediaScheme, pageScheme } from './page-origin.ts'

type FindResource = (url: string) => Promise<Result<Resource, Failure>>

/** Before the app is ready. Only the page may fetch; neither scheme bypasses the content security policy. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    // The page's code is kept compiled for the next start.
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    { scheme: mediaScheme, privileges: { standard: true, secure: true, stream: true } },
  ])
}

export function handleSchemes(rendererRoot: string, find: FindResource): void {
  protocol.handle(pageScheme, (request) => answerPage(rendererRoot, request))
  protocol.handle(mediaScheme, (request) => answerMedia(find, request))
}

export async function answerPage(rendererRoot: string, request: Request): Promise<Response> {
  const url = URL.parse(request.url)
  const found = isPlainGet(request, url) ? await findPageFile(rendererRoot, url.pathname) : undefined
  if (found === undefined) return empty(404)
  const resource = { ...found, mediaType: mediaTypeOf(found.path), download: null, tag: null }
  return answerFile(request, resource, pagePolicy({ media: mediaOrigin }))
}

export async function answerMedia(find: FindResource, request: Request): Promise<Response> {
  if (!isPlainGet(request, URL.parse(request.url))) return empty(404)
  const found = await find(request.url)
  return found.ok ? answerFile(request, found.value, inertPolicy) : empty(404)
}

function isPlainGet(request: Request, url: URL | null): url is URL {
  return (request.method === 'GET' || request.method === 'HEAD') && url?.host === host
}

function answerFile(request: Request, file: Resource, policy: string): Response {
  const asked = request.method === 'GET' ? request.headers : new Headers()
  const range = askedRange({ range: asked.get('range'), ifRange: asked.get('if-range') }, file)
  if (range.kind === 'unsatisfiable') return empty(416, { 'content-range': `bytes */${file.bytes}` })
  const [first, last] = range.kind === 'part' ? [range.first, range.last] : [0, file.bytes - 1]
  const headers = {
    ...commonHeaders,
    // A picture of the media scheme is another origin's: the page must be let embed it.
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': policy,
    'content-type': file.mediaType,
    'content-length': String(Math.max(0, last - first + 1)),
    'accept-ranges': 'bytes',
    ...(file.tag === null ? {} : { etag: entityTag(file.tag) }),
    ...(range.kind === 'part' ? { 'content-range': `bytes ${first}-${last}/${file.bytes}` } : {}),
    ...(file.download === null ? {} : { 'content-disposition': contentDisposition(file.download) }),
  }
  const body = request.method === 'HEAD' || file.bytes === 0 ? null : stream(file.path, first, last)
  return new Response(body, { status: range.kind === 'part' ? 206 : 200, headers })
}

function stream(path: string, first: number, last: number): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path, { start: first, end: last })) as ReadableStream<Uint8Array>
}

function empty(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, {
    status,
    headers: { ...commonHeaders, 'content-security-policy': inertPolicy, ...headers },
  })
}
