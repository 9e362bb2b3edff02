/** Bytes travel in the contract as base64: a bare Uint8Array arrives as a plain object. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  // In pieces: spreading a long article's bytes into one call would overflow the stack.
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
