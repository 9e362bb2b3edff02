import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Failure, failure } from '#contract/failures.ts'
import { viewGrant } from '#workspace/files/grants.ts'
import { mediaTypeOf } from '#workspace/files/media-types.ts'
import { findPageFile } from '#workspace/files/page-files.ts'
import { pagePolicy } from '#workspace/files/page-policy.ts'
import { findResource, isResourcePath, type ServingServices } from '#workspace/files/resources.ts'
import { receiveUpload, uploadLimit } from '#workspace/files/uploads.ts'
import type { Access, Caller } from './access.ts'
import { sendFile, sendJson, sendText } from './http-answers.ts'
import { launchRefusal } from './launch-page.ts'
import { refuseRequest } from './request-guard.ts'

type RouteOptions = Readonly<{
  services: ServingServices
  rendererRoot: string
  access: Access
  port: number
  launchUrl: () => string
  report: (error: unknown) => void
}>
type Exchange = Readonly<{ request: IncomingMessage; response: ServerResponse; url: URL }>

const policy = pagePolicy({ media: '' })

/** Every HTTP request, in the order of trust: address and origin, launch link, cookie or secret, route. */
export function createRoutes(options: RouteOptions) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    request.on('error', () => undefined)
    answerRequest(options, request, response).catch((error: unknown) => {
      options.report(error)
      if (response.headersSent) response.destroy()
      else sendText(response, 500, '')
    })
  }
}

async function answerRequest(
  options: RouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const own = `http://127.0.0.1:${options.port}`
  const url = URL.parse(request.url ?? '', own)
  if (refuseRequest(request, options.port) !== undefined) sendText(response, 403, '')
  else if (url?.origin !== own) sendText(response, 400, '')
  else await answerOwn(options, { request, response, url })
}

async function answerOwn(options: RouteOptions, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange
  const caller = options.access.caller(request)
  if (request.method === 'GET' && url.pathname === '/launch') launch(options, exchange, caller)
  else if (caller === undefined) sendText(response, 403, launchRefusal(request), html)
  else await answerCaller(options, exchange, caller)
}

const html = { 'content-type': 'text/html; charset=utf-8' }

async function answerCaller(options: RouteOptions, exchange: Exchange, caller: Caller): Promise<void> {
  const { request, response, url } = exchange
  const route = `${request.method} ${url.pathname}`
  if (route === 'POST /launch' && caller.kind === 'program')
    sendJson(response, 200, { url: options.launchUrl() })
  else if (route === 'PUT /upload') await upload(options, exchange)
  else if (request.method !== 'GET' && request.method !== 'HEAD') sendText(response, 405, '')
  else if (isResourcePath(url.pathname)) await resource(options, exchange)
  else await page(options, exchange)
}

/** Trades the link for a cookie and leads to a clean address: the token stays in no history. */
function launch({ access }: RouteOptions, exchange: Exchange, caller: Caller | undefined): void {
  const { request, response, url } = exchange
  const cookie = access.redeemLaunch(url.searchParams.get('token') ?? '')
  if (cookie !== undefined)
    sendText(response, 303, '', {
      location: '/',
      'set-cookie': `${cookie}; HttpOnly; SameSite=Strict; Path=/`,
    })
  // A link opened twice in a window that already came in is only a reload.
  else if (caller?.kind === 'window') sendText(response, 303, '', { location: '/' })
  else sendText(response, 403, launchRefusal(request), html)
}

async function upload({ services }: RouteOptions, { request, response }: Exchange): Promise<void> {
  const declared = Number(request.headers['content-length'] ?? Number.NaN)
  const received = await receiveUpload(services, request, {
    name: decodedHeader(request.headers['x-file-name']),
    limit: uploadLimit,
    declaredBytes: Number.isSafeInteger(declared) ? declared : null,
  })
  if (received.ok) sendJson(response, 201, viewGrant(received.value))
  else sendFailure(response, received.failure)
}

async function resource({ services }: RouteOptions, { request, response, url }: Exchange): Promise<void> {
  const found = await findResource(services, url)
  if (found.ok) sendFile(request, response, found.value)
  else sendFailure(response, found.failure)
}

async function page({ rendererRoot }: RouteOptions, { request, response, url }: Exchange): Promise<void> {
  const file = await findPageFile(rendererRoot, url.pathname)
  if (file === undefined) sendFailure(response, failure('not-found', { what: url.pathname }))
  else
    sendFile(
      request,
      response,
      { ...file, mediaType: mediaTypeOf(file.path), download: null, tag: null },
      policy,
    )
}

const statusByCode: Readonly<Partial<Record<Failure['code'], number>>> = {
  'not-found': 404,
  'asset-missing': 404,
  'clip-unknown': 404,
  'import-expired': 404,
  'file-too-large': 413,
  'disk-full': 507,
}

function sendFailure(response: ServerResponse, reason: Failure): void {
  // What is left of a refused upload is not read: the connection ends with the answer.
  if (reason.code === 'file-too-large') response.setHeader('connection', 'close')
  sendJson(response, statusByCode[reason.code] ?? 422, reason)
}

function decodedHeader(value: string | string[] | undefined): string {
  try {
    return decodeURIComponent(String(value ?? ''))
  } catch {
    return ''
  }
}
