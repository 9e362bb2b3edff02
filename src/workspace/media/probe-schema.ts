import { z } from 'zod'

const number = z.coerce.number()

const stream = z.object({
  index: z.number(),
  codec_type: z.string().default(''),
  codec_name: z.string().default(''),
  codec_tag_string: z.string().default(''),
  profile: z.string().default(''),
  pix_fmt: z.string().default(''),
  width: z.number().default(0),
  height: z.number().default(0),
  sample_aspect_ratio: z.string().default('1:1'),
  r_frame_rate: z.string().default('0/0'),
  avg_frame_rate: z.string().default('0/0'),
  field_order: z.string().default('unknown'),
  color_transfer: z.string().default(''),
  channels: z.number().default(0),
  sample_rate: number.default(0),
  duration: number.optional(),
  disposition: z.object({ attached_pic: z.number().default(0) }).default({ attached_pic: 0 }),
  tags: z.record(z.string(), z.string()).default({}),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).default([]),
})
export type ProbedStream = z.infer<typeof stream>

/** What ffprobe says in JSON, as far as it is used here. Damaged files leave much of it out. */
export const probed = z.object({
  streams: z.array(stream).default([]),
  format: z
    .object({
      format_name: z.string().default(''),
      start_time: number.optional(),
      duration: number.optional(),
    })
    .default({ format_name: '' }),
})
export type Probed = z.infer<typeof probed>

/** Moments of packets in seconds; `N/A` for those that say none. */
export const probedPackets = z.object({
  packets: z.array(z.object({ pts_time: z.string().default('N/A') })).default([]),
})
