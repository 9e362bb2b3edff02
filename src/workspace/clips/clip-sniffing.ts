import { open } from 'node:fs/promises'

type Beginning = Readonly<{ at: number; bytes: Buffer }>

/** How files begin that hold media, or may: what begins otherwise is none, whatever a reader guesses. */
const beginnings: readonly Beginning[] = [
  // ISO base media and QuickTime: the second word names the first box
  ...['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pnot', 'styp'].map((box) => letters(4, box)),
  // Matroska, WebM
  bytes('1a45dfa3'),
  ...['AVI ', 'AVIX', 'WAVE'].map((form) => letters(8, form)),
  // Wave64
  bytes('726966662e91cf11'),
  ...['OggS', 'fLaC', 'ID3', '#!AMR', 'caff', 'FLV'].map((word) => letters(0, word)),
  letters(8, 'AIF'),
  // MPEG audio and ADTS: eleven bits set, then no reserved version
  ...['fb', 'fa', 'f3', 'f2', 'e3', 'e2', 'f1', 'f9', 'f0', 'f8', 'fd', 'fc'].map((second) =>
    bytes(`ff${second}`),
  ),
  // AC-3
  bytes('0b77'),
  // MPEG program and elementary streams
  bytes('000001ba'),
  bytes('000001b3'),
  // MXF
  bytes('060e2b3402050101'),
  // Windows Media
  bytes('3026b2758e66cf11'),
  // DV
  bytes('1f0700'),
]

/** Pictures of phones use the same boxes as their films. */
const pictures = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis'].map(
  (brand) => letters(4, `ftyp${brand}`),
)

/** True for a file that begins as media do. */
export async function looksLikeMedia(path: string): Promise<boolean> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    const head = buffer.subarray(0, bytesRead)
    if (pictures.some((picture) => beginsWith(head, picture))) return false
    return beginnings.some((beginning) => beginsWith(head, beginning)) || isTransportStream(head)
  } finally {
    await handle.close()
  }
}

/** Where the index of an ISO file is looked for: at the start, or after the media. */
const searched = 8 * 2 ** 20

/**
 * True for an ISO file whose pictures or sound are locked: its index names the protection (`sinf` around `frma`, ISO/IEC
 * 14496-12 §8.12), which ffprobe does not tell.
 */
export async function isLockedFile(path: string): Promise<boolean> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const length = Math.min(searched, size)
    for (const from of new Set([0, Math.max(0, size - searched)])) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from)
      if (/sinf.{4}frma/s.test(buffer.toString('latin1', 0, bytesRead))) return true
    }
    return false
  } finally {
    await handle.close()
  }
}

function beginsWith(head: Buffer, { at, bytes }: Beginning): boolean {
  return head.subarray(at, at + bytes.length).equals(bytes)
}

/** A transport stream repeats a byte each 188 bytes, each 192 as cameras write it. */
function isTransportStream(head: Buffer): boolean {
  return [
    [0, 188],
    [4, 192],
  ].some(([first = 0, step = 188]) => {
    const places = [0, 1, 2, 3].map((packet) => first + packet * step).filter((place) => place < head.length)
    return places.length > 1 && places.every((place) => head[place] === 0x47)
  })
}

function bytes(hex: string): Beginning {
  return { at: 0, bytes: Buffer.from(hex, 'hex') }
}

function letters(at: number, text: string): Beginning {
  return { at, bytes: Buffer.from(text, 'latin1') }
}
