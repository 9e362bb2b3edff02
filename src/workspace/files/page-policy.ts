/** Where the page's own parts come from: its origin, and the scheme that serves media when that is another. */
export type PageOrigins = Readonly<{ media: string }>

/**
 * The only policy a page of ours runs under (SEC2). Nothing remote, no inline script, no eval, no frames. Styles
 * may be inline because Mantine sets element styles and a <style> of its own; no script can be smuggled through
 * them, and `img-src`/`font-src` leave an injected style nothing to send data to.
 */
export function pagePolicy(origins: PageOrigins): string {
  const media = origins.media === '' ? "'self'" : `'self' ${origins.media}`
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src ${media} blob: data:`,
    `media-src ${media} blob:`,
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** Policy of everything that is not the page: even opened on its own it can run and load nothing. */
export const inertPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** Headers of every answer. */
export const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
} as const
