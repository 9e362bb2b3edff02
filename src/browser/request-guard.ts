import type { IncomingMessage } from 'node:http'

/** Why a request is turned away before anything reads it, or undefined when it may go on. */
export type Refusal = 'host' | 'origin' | 'site'

/**
 * Only our own page, under our own literal address, may speak to the shell (SEC2). `Host` stops DNS rebinding: a
 * hostile name that resolves to 127.0.0.1 still sends its own name. `Origin` and `Sec-Fetch-Site` stop other pages.
 */
export function refuseRequest(request: IncomingMessage, port: number): Refusal | undefined {
  if (request.headers.host !== `127.0.0.1:${port}`) return 'host'
  const { origin } = request.headers
  const own = `http://127.0.0.1:${port}`
  if (origin !== undefined && origin !== own) return 'origin'
  if (origin === undefined && demandsOrigin(request)) return 'origin'
  return foreignSite(request) ? 'site' : undefined
}

/**
 * Browsers send Origin with all that changes something and with every WebSocket. A program shows the endpoint's
 * secret instead, in a header that no page can send here without a preflight, which is refused.
 */
function demandsOrigin(request: IncomingMessage): boolean {
  if (request.headers.authorization !== undefined) return false
  const changes = request.method !== 'GET' && request.method !== 'HEAD'
  return changes || request.headers.upgrade !== undefined
}

function foreignSite(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site']
  // 127.0.0.1 on another port is "same-site": it is not us.
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}
