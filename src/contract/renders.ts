import { z } from 'zod'
import { middle } from '#domain/renders/framing.ts'
import { freshId, instant, operation, sha256 } from './base.ts'
import { rational } from './clips.ts'
import { failureSchema } from './failures.ts'

const presetView = z.object({
  id: z.string(),
  /** By interface language; Vietnamese is always there. */
  names: z.record(z.string(), z.string()),
  /** Channels whose packages it is made for. */
  channels: z.array(z.string()),
  subtitles: z.enum(['none', 'soft', 'burned']),
  /** Pixels that come out; null where the clip's own shape is kept. */
  size: z.object({ width: z.number(), height: z.number() }).nullable(),
  /** The picture is cut, around a focus that can be moved. */
  crops: z.boolean(),
  /** Shares of the picture from its edges where the place's own buttons lie. */
  safeArea: z.object({ top: z.number(), right: z.number(), bottom: z.number(), left: z.number() }).nullable(),
  loudness: z.object({ integrated: z.number(), truePeak: z.number() }).nullable(),
  maxBytes: z.number().nullable(),
  maxMs: z.number().nullable(),
  source: z.string(),
  date: z.string(),
})
export type PresetView = z.infer<typeof presetView>

const share = z.number().min(0).max(1)
/** At most so many tracks are burned in: one below, one above. */
const trackOrder = z.object({
  document: z.string().regex(/^track:[0-9a-f]{64}:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/),
  /** `approved`: the words that may leave (FLOW2). `now`: as they are; the picture then says that it is a preview. */
  revision: z.enum(['approved', 'now']).default('approved'),
})

/** What is to be made of a clip. */
export const renderOrder = z.object({
  clip: sha256,
  preset: z.string(),
  tracks: z.array(trackOrder).max(8).default([]),
  /** What stays in the middle of a picture that is cut: shares of its width and height. */
  focus: z.object({ x: share, y: share }).default(middle),
  /** A stretch of the clip; null for all of it. */
  range: z
    .object({ fromMs: z.number().int().min(0), toMs: z.number().int().positive() })
    .nullable()
    .default(null),
})
export type RenderOrder = z.infer<typeof renderOrder>

const renderView = z.object({
  /** Also the job's. */
  id: z.string(),
  order: renderOrder,
  /** The words that were used, by the hash of their revision. */
  tracks: z.array(z.object({ document: z.string(), revision: sha256, approved: z.boolean() })),
  /** It says in its picture that it is one (FLOW2). */
  preview: z.boolean(),
  at: instant,
  by: z.object({ id: z.string(), name: z.string() }),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number().nullable(),
  startedAt: instant,
  failure: failureSchema.nullable(),
  /** What of the subtitles is not in the picture. */
  losses: z.array(z.object({ kind: z.string(), count: z.number(), names: z.array(z.string()) })),
  /** As it was measured when it was made; null until it is done, or when it made way for newer files. */
  file: z
    .object({
      asset: sha256,
      bytes: z.number(),
      width: z.number(),
      height: z.number(),
      durationMs: z.number(),
      frameRate: rational,
      subtitles: z.array(z.string()),
      /** LUFS and dBTP; null without sound. */
      loudness: z.object({ integrated: z.number(), truePeak: z.number() }).nullable(),
      /** Below the shell's own origin, with byte ranges. */
      url: z.string(),
      name: z.string(),
    })
    .nullable(),
})
export type RenderView = z.infer<typeof renderView>

export const renders = {
  presets: operation.output(z.array(presetView)),
  /**
   * Starts a render as a job of the same id, which begins again by itself when the program was stopped. What was made
   * by the same recipe before is used again. Refused at once where the preset cannot be met or a track is not approved.
   */
  start: operation.input(renderOrder.extend({ id: freshId })).output(z.object({ job: z.string() })),
  /** The same order once more, under a new id; words are those of now. */
  retry: operation.input(z.object({ id: freshId, render: z.string() })).output(z.object({ job: z.string() })),
  /** Renders of a clip, the newest first. */
  list: operation.input(z.object({ clip: sha256 })).output(z.array(renderView)),
  get: operation.input(z.object({ id: z.string() })).output(renderView),
  /** The end of what ffmpeg said. */
  log: operation.input(z.object({ job: z.string() })).output(z.object({ text: z.string() })),
  /** One picture of what a render would be at a moment of the clip, as a PNG: typeface, breaks and place are the true ones. */
  frame: operation
    .input(renderOrder.extend({ atMs: z.number().int().min(0) }))
    .output(z.object({ url: z.string(), width: z.number(), height: z.number() })),
  /** For programs on this machine: writes the film to a path that is free. */
  save: operation
    .input(z.object({ id: z.string(), path: z.string() }))
    .output(z.object({ bytes: z.number() })),
  download: operation
    .input(z.object({ id: z.string() }))
    .output(z.object({ url: z.string(), name: z.string(), bytes: z.number() })),
}
