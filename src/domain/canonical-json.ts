import canonicalize from 'canonicalize'

/** A value as canonical JSON (RFC 8785): the same content gives the same characters, on every machine. */
export function canonicalJson(value: object): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('Only plain JSON values have a canonical form')
  return text
}
