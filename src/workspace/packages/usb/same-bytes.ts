import { type FileHandle, open } from 'node:fs/promises'

const step = 1 << 20

/** Whether two files hold the same bytes, read piece by piece. */
export async function sameBytes(one: string, other: string): Promise<boolean> {
  const [left, right] = [await open(one), await open(other)]
  try {
    for (let at = 0; ; ) {
      const [here, there] = await Promise.all([pieceOf(left, at), pieceOf(right, at)])
      if (!here.equals(there)) return false
      if (here.length === 0) return true
      at += here.length
    }
  } finally {
    await Promise.all([left.close(), right.close()])
  }
}

/** A full piece, or what is left of the file: a single read may answer less. */
async function pieceOf(file: FileHandle, at: number): Promise<Buffer> {
  const piece = Buffer.alloc(step)
  let filled = 0
  while (filled < step) {
    const { bytesRead } = await file.read(piece, filled, step - filled, at + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return piece.subarray(0, filled)
}
