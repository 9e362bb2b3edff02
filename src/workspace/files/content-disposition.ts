/** A `Content-Disposition` that saves under `name` in any script (RFC 6266, RFC 8187), with an ASCII fallback. */
export function contentDisposition(name: string): string {
  const ascii = name.replace(/[^\w.-]/g, '_')
  const extended = encodeURIComponent(name).replace(/['()*]/g, percentEncoded)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extended}`
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
