import { peakLevels } from '#contract/clips.ts'
import { fromBase64 } from '#renderer/client/base64.ts'
import { client } from '#renderer/client/client.ts'

/** Buckets that are asked for at once, and how many such windows are kept. */
const windowBuckets = 4096
const windowsKept = 48

/** Of so many milliseconds a bucket: lowest and highest sample, −127 to 127. */
export type PeakWindow = Readonly<{ from: number; lows: Int8Array; highs: Int8Array }>

/** The outline of a clip's sound, fetched by windows as they come into view: never whole in memory. */
export type Peaks = Readonly<{
  /** The level to draw at so many milliseconds a pixel, and how long its buckets are. */
  levelFor(msPerPixel: number): Readonly<{ level: number; bucketMs: number }>
  /** The window that holds a bucket; undefined while it is on its way. */
  at(level: number, bucket: number): PeakWindow | undefined
  close(): void
}>

export function createPeaks(clip: string, onArrived: () => void): Peaks {
  const windows = new Map<string, PeakWindow | 'coming'>()
  const ended = new AbortController()

  async function fetchWindow(level: number, place: number): Promise<void> {
    const key = `${level}/${place}`
    windows.set(key, 'coming')
    try {
      const input = { clip, level, from: place * windowBuckets, count: windowBuckets }
      const { base64 } = await client.clips.peaks(input, { signal: ended.signal })
      windows.set(key, splitPeaks(place * windowBuckets, fromBase64(base64)))
      const [oldest] = windows.keys()
      if (windows.size > windowsKept && oldest !== undefined) windows.delete(oldest)
      onArrived()
    } catch {
      // Not made yet, or out of reach: what is in view is asked for again when it is drawn anew.
      setTimeout(() => windows.delete(key), 2000)
    }
  }

  return {
    levelFor(msPerPixel) {
      const level = Math.max(
        0,
        peakLevels.findLastIndex((bucketMs) => bucketMs <= msPerPixel),
      )
      return { level, bucketMs: peakLevels[level] ?? peakLevels[0] }
    },
    at(level, bucket) {
      const place = Math.floor(bucket / windowBuckets)
      const known = windows.get(`${level}/${place}`)
      if (known === undefined && bucket >= 0) void fetchWindow(level, place)
      return known === 'coming' ? undefined : known
    },
    close: () => ended.abort(),
  }
}

function splitPeaks(from: number, bytes: Uint8Array): PeakWindow {
  const samples = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    from,
    lows: samples.filter((_, at) => at % 2 === 0),
    highs: samples.filter((_, at) => at % 2 === 1),
  }
}
