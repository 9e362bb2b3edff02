import { z } from 'zod'
import { base64, freshId, grantId, instant, operation, sha256 } from './base.ts'
import { failureSchema } from './failures.ts'

/** Frames a second as a fraction: 24000/1001 is never written 23.976 (MEDIA1). */
export const rational = z.object({
  numerator: z.number().int().positive(),
  denominator: z.number().int().positive(),
})

/** Milliseconds that one bucket of the peaks covers, by level: level 0 is the finest. */
export const peakLevels = [10, 80, 640] as const

const clipView = z.object({
  /** SHA-256 of the file: two machines that import it have the same clip. */
  clip: sha256,
  /** The file's name as it came, without a path. */
  name: z.string(),
  bytes: z.number(),
  durationMs: z.number().int(),
  kind: z.enum(['video', 'audio']),
  /** As the picture is seen: rotation applied, square pixels. 0 when there is none. */
  width: z.number().int(),
  height: z.number().int(),
  /** The rate to count frames by; of a variable one the standard rate nearest to its mean. Null for sound alone. */
  frameRate: rational.nullable(),
  /** Frames do not come at a constant rate: the proxy's do, at `frameRate`. */
  variable: z.boolean(),
  hdr: z.boolean(),
  hasAudio: z.boolean(),
  /**
   * What `url` gives. `original`: the file itself, also while a proxy of it is being made (`job`). `making`: nothing
   * yet that a browser could play; with `job` null the making begins when the clip is asked for by `get`. `proxy`:
   * H.264 and AAC at a constant rate, same times as the original. `failed`: why; `prepare` tries again.
   */
  playback: z.object({
    state: z.enum(['original', 'making', 'proxy', 'failed']),
    job: z.string().nullable(),
    failure: failureSchema.nullable(),
  }),
  /** The sound's outline; it is made as the proxy is. `none`: the clip has no sound. */
  peaks: z.object({
    state: z.enum(['making', 'ready', 'none', 'failed']),
    failure: failureSchema.nullable(),
  }),
  /** Below the shell's own origin, with byte ranges; changes when another file is played. */
  url: z.string(),
  /** The articles that hold it. */
  articles: z.array(z.object({ article: z.string(), title: z.string() })),
  /** Its subtitles. */
  tracks: z.array(z.object({ document: z.string(), language: z.string() })),
  addedAt: instant,
})
export type ClipView = z.infer<typeof clipView>

/**
 * A picture of a clip is fetched by URL: `/clip/<hash>/thumbnail?at=<ms>&height=<px>`, a JPEG. `at` is rounded down to
 * whole seconds and `height` up to 90, 180, 360 or 720, so that pictures are made once and used again.
 */
export const clips = {
  /**
   * Takes a media file in as a job (`clipImport`), whose result is the clip's hash. What it is, its bytes say, never its
   * name. With `article` the clip is attached there when it is in.
   */
  import: operation
    .input(z.object({ id: freshId, grant: grantId, article: z.string().nullable().default(null) }))
    .output(z.object({ job: z.string() })),
  /** All clips, newest first; or those of one article, in its order. */
  list: operation.input(z.object({ article: z.string().nullable().default(null) })).output(z.array(clipView)),
  get: operation.input(z.object({ clip: sha256 })).output(clipView),
  /** Tries again to make what failed or was stopped: proxy, outline of the sound. */
  prepare: operation.input(z.object({ clip: sha256 })).output(clipView),
  /**
   * A stretch of the sound's outline: per bucket of `bucketMs` two signed bytes, the lowest and the highest sample
   * (−127 to 127, all channels mixed). `from` and `count` are buckets; fewer come at the end. `total` is all there are.
   * Refused by `peaks-not-ready` until `ClipView.peaks` is `ready`.
   */
  peaks: operation
    .input(
      z.object({
        clip: sha256,
        level: z.number().int().min(0).max(2),
        from: z.number().int().min(0),
        count: z.number().int().min(1).max(100_000),
      }),
    )
    .output(z.object({ base64, bucketMs: z.number(), total: z.number().int() })),
  /** Puts a block of the clip at the end of an article, as the person signed in; none when the article holds it already. */
  attach: operation.input(z.object({ id: freshId, clip: sha256, article: z.string() })).output(clipView),
}
