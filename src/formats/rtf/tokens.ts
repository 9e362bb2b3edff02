export type RtfToken =
  | Readonly<{ kind: 'open' }>
  | Readonly<{ kind: 'close' }>
  /** `\b0`: word `b`, value 0; value undefined where none is written. */
  | Readonly<{ kind: 'word'; word: string; value: number | undefined }>
  /** One byte of the text, in the code page of its font. */
  | Readonly<{ kind: 'byte'; byte: number }>
  /** `\~`, `\*` and the like. */
  | Readonly<{ kind: 'symbol'; symbol: string }>

const controlWord = /([A-Za-z]{1,32})(-?\d{1,10})? ?/y

/** Cuts a rich text file, one character a byte, into its tokens. What makes no sense is passed over, never thrown. */
export function* readTokens(source: string): Generator<RtfToken> {
  let at = 0
  while (at < source.length) {
    const sign = source[at] ?? ''
    at += 1
    if (sign === '{') yield { kind: 'open' }
    else if (sign === '}') yield { kind: 'close' }
    else if (sign === '\\') {
      controlWord.lastIndex = at
      const found = controlWord.exec(source)
      if (found?.[1] !== undefined) {
        at = controlWord.lastIndex
        const value = found[2] === undefined ? undefined : Number(found[2])
        yield { kind: 'word', word: found[1], value }
        // Raw bytes of a picture or an object: none of them is text.
        if (found[1] === 'bin') at += Math.max(0, value ?? 0)
      } else if (source[at] === "'") {
        const byte = Number.parseInt(source.slice(at + 1, at + 3), 16)
        at += 3
        if (!Number.isNaN(byte)) yield { kind: 'byte', byte }
      } else {
        yield { kind: 'symbol', symbol: source[at] ?? '' }
        at += 1
      }
    } else if (sign !== '\r' && sign !== '\n') yield { kind: 'byte', byte: sign.charCodeAt(0) & 0xff }
  }
}
