import type { EditionField } from '#domain/channels.ts'

/** What a channel's preview is drawn from. A field that the channel does not have is not there. */
export type PreviewFacts = Readonly<{
  fields: Readonly<Partial<Record<EditionField, string>>>
  /** BCP 47 tag, so that Chinese and Korean letters take their own forms. */
  language: string
  /** Who posts: the newsroom's name. */
  page: string
  /** Where the pictures are, in posting order. */
  pictures: readonly string[]
  /** Where the clip's first picture is; null without a clip. */
  clip: string | null
}>
