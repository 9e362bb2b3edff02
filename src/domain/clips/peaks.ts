/** Samples a second that peaks are measured at: sounds up to 8 kHz leave their mark. */
export const peakRate = 16_000
/** Samples of a bucket of the finest level, 10 ms, and how many buckets make one of the next levels. */
export const finestBucket = peakRate / 100
export const coarserBuckets = [8, 64] as const

type Fold = { low: number; high: number; count: number }

/**
 * Folds samples into buckets as they come. `push` takes signed 16-bit samples (little-endian, in pieces of whole or half
 * samples) and answers the finest level's finished pairs (lowest, highest; signed bytes); `end` answers the last one and
 * the coarser levels whole. Memory: a pair each 80 ms and 640 ms, 0.3 MB for three hours.
 */
export function createPeakFold(): Readonly<{
  push(piece: Uint8Array): Int8Array
  end(): Readonly<{ finest: Int8Array; coarser: readonly Int8Array[] }>
}> {
  const current = freshFold()
  const folds = coarserBuckets.map((size) => ({ size, fold: freshFold(), pairs: growing() }))
  let half: number | undefined

  function finish(out: ReturnType<typeof growing>): void {
    const [low, high] = [byteOf(current.low), byteOf(current.high)]
    out.add(low, high)
    Object.assign(current, freshFold())
    for (const level of folds) {
      take(level.fold, low)
      take(level.fold, high)
      if (level.fold.count === level.size * 2) finishCoarse(level)
    }
  }

  function sample(value: number, out: ReturnType<typeof growing>): void {
    take(current, value)
    if (current.count === finestBucket) finish(out)
  }

  return {
    push(piece) {
      const out = growing()
      let at = 0
      if (half !== undefined && piece.length > 0) {
        sample(signed(half, piece[0] ?? 0), out)
        at = 1
        half = undefined
      }
      for (; at + 1 < piece.length; at += 2) sample(signed(piece[at] ?? 0, piece[at + 1] ?? 0), out)
      if (at < piece.length) half = piece[at]
      return out.pairs()
    },
    end() {
      const out = growing()
      if (current.count > 0) finish(out)
      for (const level of folds) if (level.fold.count > 0) finishCoarse(level)
      return { finest: out.pairs(), coarser: folds.map(({ pairs }) => pairs.pairs()) }
    },
  }
}

function finishCoarse(level: { readonly fold: Fold; readonly pairs: ReturnType<typeof growing> }): void {
  level.pairs.add(level.fold.low, level.fold.high)
  Object.assign(level.fold, freshFold())
}

function freshFold(): Fold {
  return { low: 32_767, high: -32_768, count: 0 }
}

function take(fold: Fold, value: number): void {
  if (value < fold.low) fold.low = value
  if (value > fold.high) fold.high = value
  fold.count += 1
}

function signed(low: number, high: number): number {
  return ((high << 24) >> 16) | low
}

/** A sound that is there is never drawn as silence. */
function byteOf(value: number): number {
  const scaled = Math.max(-127, Math.min(127, Math.round(value / 258)))
  return scaled === 0 && Math.abs(value) > 32 ? Math.sign(value) : scaled
}

function growing() {
  let bytes = new Int8Array(1024)
  let length = 0
  return {
    add(low: number, high: number): void {
      if (length + 2 > bytes.length) {
        const larger = new Int8Array(bytes.length * 2)
        larger.set(bytes)
        bytes = larger
      }
      bytes[length] = low
      bytes[length + 1] = high
      length += 2
    },
    pairs: (): Int8Array => bytes.slice(0, length),
  }
}
