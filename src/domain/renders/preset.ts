import { z } from 'zod'

const share = z.number().min(0).max(0.45)
const color = z.string().regex(/^#[0-9a-f]{6}$/)
const evenPixels = z.number().int().min(16).max(7680).multipleOf(2)
const rate = z.strictObject({
  numerator: z.number().int().positive(),
  denominator: z.number().int().positive(),
})

/** Shares of the picture where the channel's own buttons and texts lie: no subtitle stands there. */
const safeArea = z.strictObject({ top: share, right: share, bottom: share, left: share })
export type SafeArea = z.infer<typeof safeArea>

const subtitleStyle = z.strictObject({
  /** Height of a line as a share of the picture's shorter side. */
  size: z.number().min(0.02).max(0.2),
  bold: z.boolean(),
  color,
  /** Width as a share of the line's height. */
  outline: z.number().min(0).max(0.3),
  outlineColor: color,
  box: z.strictObject({ color, opacity: z.number().min(0).max(1) }).nullable(),
})
export type SubtitleStyle = z.infer<typeof subtitleStyle>

const frame = z.discriminatedUnion('kind', [
  /** The clip's own shape, made smaller where it is larger, never larger. */
  z.strictObject({ kind: z.literal('source'), longest: evenPixels, shortest: evenPixels }),
  /** These pixels exactly. `crop` cuts around the focus; `pad` shows all of it, on a blurred copy or a colour. */
  z.strictObject({
    kind: z.literal('exact'),
    width: evenPixels,
    height: evenPixels,
    fit: z.enum(['crop', 'pad']),
    ground: z.union([z.literal('blur'), color]),
  }),
])
export type PresetFrame = z.infer<typeof frame>

const audio = z.strictObject({
  kbps: z.number().int().min(32).max(512),
  sampleRate: z.union([z.literal(44100), z.literal(48000)]),
  channels: z.union([z.literal(1), z.literal(2)]),
})

/** How a clip leaves for a kind of place, as it stands in a file of `resources/presets/`. */
export const presetSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** By interface language; Vietnamese is always there. */
    names: z.record(z.string(), z.string().min(1)).refine((names) => 'vi' in names, {
      message: 'The Vietnamese name is missing',
    }),
    /** The channels whose packages it is made for; staff may choose it for any other use. */
    channels: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
    frame,
    /** A faster clip is slowed to this rate; others keep their own, as a fraction (MEDIA1). */
    highestRate: rate,
    subtitles: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      /** Streams of the file that a player turns on and off (`mov_text`); the first is on unless told. */
      z.strictObject({ kind: z.literal('soft') }),
      z.strictObject({ kind: z.literal('burned'), style: subtitleStyle, safeArea }),
    ]),
    /** LUFS of the whole, and the highest true peak in dBTP; null leaves the sound as loud as it is. */
    loudness: z
      .strictObject({ integrated: z.number().min(-31).max(-9), truePeak: z.number().min(-9).max(-0.5) })
      .nullable(),
    video: z.strictObject({
      /** x264's quality: lower is better. */
      quality: z.number().int().min(12).max(35),
      effort: z.enum(['ultrafast', 'veryfast', 'faster', 'fast', 'medium', 'slow']),
      highestKbps: z.number().int().min(100).max(100_000),
      /** A picture that stands alone at least so often. */
      keySeconds: z.number().min(0.2).max(10),
    }),
    /** Null: no sound at all. */
    audio: audio.nullable(),
    /** Refused beyond these; `maxBytes` also sets the bitrate. Null where the place has no such limit. */
    maxBytes: z.number().int().positive().nullable(),
    maxMs: z.number().int().positive().nullable(),
    /** Where the limits come from, and when they were last read there. */
    source: z.string().min(1),
    date: z.iso.date(),
  })
  .refine(({ loudness, audio }) => loudness === null || audio !== null, {
    message: 'A loudness without sound',
    path: ['loudness'],
  })
export type RenderPreset = z.infer<typeof presetSchema>
