import type { EditionField, EditionKind } from '../channels.ts'
import type { EditionName } from '../document-id.ts'

/** A picture of an edition, with its words in the edition's language. `asset` is the SHA-256 of the original. */
export type EditionPicture = Readonly<{ asset: string; caption: string; alt: string; credit: string }>

/** A clip of an edition. */
export type EditionClip = Readonly<{ asset: string; caption: string }>

/** What an edition's document says. A kind that this program does not know reads as null. */
export type EditionContent = Readonly<{
  name: EditionName
  kind: EditionKind | null
  fields: readonly Readonly<{ field: EditionField; text: string; from: string }>[]
  /** In posting order. */
  pictures: readonly EditionPicture[]
  /** The pictures' source as it was when they were taken from it, as a hash. */
  picturesFrom: string
  clips: readonly EditionClip[]
}>

/** What an edition's revision says besides its texts: for what it is, and what each field was taken from. */
export type EditionNote = Readonly<{
  article: string
  channel: string
  kind: EditionKind
  /** Hash of what the source said for the field when it was taken or looked at. */
  from: Readonly<Record<string, string>>
}>
