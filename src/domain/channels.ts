import { z } from 'zod'

/** A limit of a channel as data that staff can change: how much of what, where that is written, and since when. */
const channelLimit = z.strictObject({
  field: z.enum(['title', 'lead', 'caption', 'alt']),
  unit: z.enum(['chars', 'words']),
  maximum: z.number().int().positive(),
  /** Where the limit comes from: a page, a decision, or the newsroom itself. */
  source: z.string().min(1),
  /** When it was last checked there. */
  date: z.iso.date(),
})
export type ChannelLimit = z.infer<typeof channelLimit>

/** A size in which pictures leave: at most `width` pixels wide, never enlarged. */
const channelRendition = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  width: z.number().int().min(16).max(8192),
  format: z.enum(['jpeg', 'webp', 'png']),
  quality: z.number().int().min(1).max(100),
})
export type ChannelRendition = z.infer<typeof channelRendition>

/** A destination with its limits (DESIGN §2), as it stands in a file of `resources/channels/`. */
export const channelSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    kind: z.enum(['portal']),
    /** By interface language; Vietnamese is always there. */
    names: z.record(z.string(), z.string().min(1)).refine((names) => 'vi' in names, {
      message: 'The Vietnamese name is missing',
    }),
    /** BCP 47 tags of the content languages that may leave through it. */
    languages: z.array(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)).min(1),
    /** Offset of the dates it shows, such as +07:00. */
    utcOffset: z.string().regex(/^[+-](0\d|1[0-4]):[0-5]\d$/),
    renditions: z.array(channelRendition).min(1),
    limits: z.array(channelLimit),
  })
  .refine(({ renditions }) => new Set(renditions.map(({ name }) => name)).size === renditions.length, {
    message: 'Two renditions have the same name',
    path: ['renditions'],
  })
export type Channel = z.infer<typeof channelSchema>

/** A channel's name in an interface language; the Vietnamese one where that language has none. */
export function channelName(channel: Channel, language: string): string {
  return channel.names[language] ?? channel.names['vi'] ?? channel.id
}
