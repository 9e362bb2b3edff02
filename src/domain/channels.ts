import { z } from 'zod'

/** Where a limit comes from (a page, a decision, or the newsroom itself), and when it was last checked there. */
const sourced = { source: z.string().min(1), date: z.iso.date() }

/** A limit of a portal as data that staff can change: how much of what in an article's blocks. */
const channelLimit = z.strictObject({
  field: z.enum(['title', 'lead', 'caption', 'alt']),
  unit: z.enum(['chars', 'words']),
  maximum: z.number().int().positive(),
  ...sourced,
})
export type ChannelLimit = z.infer<typeof channelLimit>

/** The texts that an edition may have; which of them a channel has follows from its kind (`editions/edition-fields.ts`). */
export const editionFields = [
  'title',
  'lead',
  'text',
  'author',
  'tags',
  'link',
  'slides',
  'running',
  'script',
] as const
export type EditionField = (typeof editionFields)[number]

/**
 * What texts are counted in (TEXT1): `chars` what a reader sees as one character, `utf16` UTF-16 units (as platforms
 * count that are written in JavaScript or Java), `bytes` of UTF-8, `words` in chữ, `parts` of an SMS.
 */
export const textUnits = ['chars', 'utf16', 'bytes', 'words', 'parts'] as const
export type TextUnit = (typeof textUnits)[number]

/** A limit of a field of an edition. From `warnAt` on it is still taken, but not shown whole, or costs more. */
const fieldLimit = z
  .strictObject({
    field: z.enum(editionFields),
    unit: z.enum(textUnits),
    maximum: z.number().int().positive(),
    warnAt: z.number().int().positive().optional(),
    ...sourced,
  })
  .refine(({ maximum, warnAt }) => warnAt === undefined || warnAt <= maximum, {
    message: 'The warning comes behind the maximum',
    path: ['warnAt'],
  })
export type FieldLimit = z.infer<typeof fieldLimit>

/** A limit of what goes along with a text: bytes of one file, seconds of a clip, how many pictures. */
const mediaLimit = z.strictObject({
  of: z.enum(['picture', 'clip']),
  unit: z.enum(['bytes', 'seconds', 'files']),
  maximum: z.number().int().positive(),
  ...sourced,
})

/** A size in which pictures leave: at most `width` pixels wide, never enlarged. */
const channelRendition = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  width: z.number().int().min(16).max(8192),
  format: z.enum(['jpeg', 'webp', 'png']),
  quality: z.number().int().min(1).max(100),
})
export type ChannelRendition = z.infer<typeof channelRendition>

const channelBase = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** By interface language; Vietnamese is always there. */
  names: z.record(z.string(), z.string().min(1)).refine((names) => 'vi' in names, {
    message: 'The Vietnamese name is missing',
  }),
  /** BCP 47 tags of the content languages that may leave through it. */
  languages: z.array(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)).min(1),
  /** Offset of the dates it shows, such as +07:00. */
  utcOffset: z.string().regex(/^[+-](0\d|1[0-4]):[0-5]\d$/),
}

const textChannel = {
  ...channelBase,
  limits: z.array(fieldLimit),
  mediaLimits: z.array(mediaLimit),
  /** The one size in which its pictures leave; a channel without one takes none. */
  renditions: z.array(channelRendition).max(1),
}

/** The kinds of channel that take an edition, a text of their own; the portal takes the article itself. */
export const editionKinds = [
  'facebook',
  'youtube',
  'tiktok',
  'zalo',
  'sms',
  'email',
  'led',
  'loudspeaker',
] as const
export type EditionKind = (typeof editionKinds)[number]
export const channelKinds = ['portal', ...editionKinds] as const

/** A destination with its limits (DESIGN §2), as it stands in a file of `resources/channels/`. */
export const channelSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      ...channelBase,
      kind: z.literal('portal'),
      renditions: z.array(channelRendition).min(1),
      limits: z.array(channelLimit),
    })
    .refine(({ renditions }) => new Set(renditions.map(({ name }) => name)).size === renditions.length, {
      message: 'Two renditions have the same name',
      path: ['renditions'],
    }),
  z.strictObject({ ...textChannel, kind: z.literal('facebook') }),
  z.strictObject({ ...textChannel, kind: z.literal('youtube') }),
  z.strictObject({ ...textChannel, kind: z.literal('tiktok') }),
  z.strictObject({ ...textChannel, kind: z.literal('zalo') }),
  z.strictObject({ ...textChannel, kind: z.literal('sms') }),
  z.strictObject({ ...textChannel, kind: z.literal('email') }),
  z.strictObject({ ...textChannel, kind: z.literal('led') }),
  z.strictObject({
    ...textChannel,
    kind: z.literal('loudspeaker'),
    /** How fast it is read out, in syllables (chữ) a second. */
    pace: z.number().positive().max(12),
  }),
])
export type Channel = z.infer<typeof channelSchema>
export type PortalChannel = Extract<Channel, { kind: 'portal' }>
/** A channel that takes an edition. */
export type EditionChannel = Exclude<Channel, PortalChannel>

export function isPortal(channel: Channel): channel is PortalChannel {
  return channel.kind === 'portal'
}

export function takesEdition(channel: Channel): channel is EditionChannel {
  return channel.kind !== 'portal'
}

/** A channel's name in an interface language; the Vietnamese one where that language has none. */
export function channelName(channel: Channel, language: string): string {
  return channel.names[language] ?? channel.names['vi'] ?? channel.id
}
