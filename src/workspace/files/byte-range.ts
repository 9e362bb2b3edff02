/** What a `Range` header asks of a body of `size` bytes; `first` and `last` are inclusive. */
export type ByteRange =
  | Readonly<{ kind: 'whole' }>
  | Readonly<{ kind: 'part'; first: number; last: number }>
  | Readonly<{ kind: 'unsatisfiable' }>

/**
 * Reads one range (RFC 9110 §14.1.2). Several ranges at once, other units and nonsense are ignored and answered
 * whole, as the RFC allows: players ask for one range at a time.
 */
export function parseByteRange(header: string | null | undefined, size: number): ByteRange {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  if (match === null) return { kind: 'whole' }
  const [from, to] = [match[1] ?? '', match[2] ?? '']
  if (from === '') return to === '' ? { kind: 'whole' } : suffix(Number(to), size)
  const first = Number(from)
  if (to !== '' && Number(to) < first) return { kind: 'whole' }
  if (first >= size) return { kind: 'unsatisfiable' }
  return { kind: 'part', first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}

/** What a request asks of a file whose bytes `tag` names; null: nobody can tell whether they are the same as before. */
export function askedRange(
  headers: Readonly<{ range?: string | null | undefined; ifRange?: string | null | undefined }>,
  file: Readonly<{ bytes: number; tag: string | null }>,
): ByteRange {
  const same = !headers.ifRange || (file.tag !== null && headers.ifRange === entityTag(file.tag))
  return same ? parseByteRange(headers.range, file.bytes) : { kind: 'whole' }
}

export function entityTag(tag: string): string {
  return `"${tag}"`
}

function suffix(length: number, size: number): ByteRange {
  if (length === 0 || size === 0) return { kind: 'unsatisfiable' }
  return { kind: 'part', first: Math.max(0, size - length), last: size - 1 }
}
