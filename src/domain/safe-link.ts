const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * A link as an article may hold it: absolute, http, https, mailto or tel, at most 2,000 characters; undefined
 * for all else (javascript:, file:, relative addresses, addresses with a password).
 */
export function safeLink(written: string): string | undefined {
  const link = written.trim()
  if (link.length > 2000 || !URL.canParse(link)) return undefined
  const { protocol, href } = new URL(link)
  if (!schemes.has(protocol)) return undefined
  return /^https?:\/\/[^/?#]*@/i.test(href) ? undefined : href
}
