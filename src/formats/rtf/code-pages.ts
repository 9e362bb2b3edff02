/** Labels of the Encoding Standard by a font's `\fcharset`; Vietnamese is 163. */
const byCharset: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}
/** By the file's `\ansicpg`, where the label is not `windows-` and the number. */
const byNumber: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  65001: 'utf-8',
}

/** The encoding of bytes in a font of this charset, in a file of this code page. */
export function encodingOf(charset: number | undefined, codePage: number): string {
  const special = charset === undefined ? undefined : byCharset[charset]
  if (special !== undefined) return special
  if (byNumber[codePage] !== undefined) return byNumber[codePage]
  return codePage === 874 || (codePage >= 1250 && codePage <= 1258) ? `windows-${codePage}` : 'windows-1252'
}

export function decodeBytes(bytes: readonly number[], encoding: string): string {
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes))
}
