import { z } from 'zod'
import { channelSchema } from './channels.ts'

export const packageSchema = 'tramtin.package/1'
/** The forms pages have had: one more with every change of what a portal text's files hold, so that old ones verify. */
export const portalTemplates = [1, 2] as const
export type PortalTemplate = (typeof portalTemplates)[number]
/** The form of pages made now. */
export const portalTemplate = 2 satisfies PortalTemplate

/** The form of the files of editions made now. */
export const editionTemplate = 1

export function isPortalTemplate(template: number): template is PortalTemplate {
  return portalTemplates.some((known) => known === template)
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)
/** Relative, ASCII, without dots at a part's start: cannot leave the package's folder on any system. */
export const packagePath = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/)

const packageFile = z.strictObject({
  path: packagePath,
  sha256: hash,
  bytes: z.number().int().min(0),
  mediaType: z.string().min(1).max(100),
  /** BCP 47 tag; null when the file is in no one language. */
  language: z.string().nullable(),
  /** Set for a picture's file: which original it was made from, and as which rendition. */
  picture: z
    .strictObject({
      original: hash,
      rendition: z.string(),
      width: z.number().int().positive(),
      height: z.number().int().positive(),
    })
    .nullable(),
})
export type PackageFile = z.infer<typeof packageFile>

const packageText = z.strictObject({
  language: z.string(),
  document: z.string(),
  /** SHA-256 of `<language>/revision.json`. */
  revision: hash,
  /** The record that approved this revision; null in a preview. */
  approval: hash.nullable(),
})
export type PackageText = z.infer<typeof packageText>

/** What a package holds and what vouches for it. Who made it when is a record and not in here (SAME1). */
export const packageManifest = z.strictObject({
  schema: z.literal(packageSchema),
  template: z.number().int().positive(),
  channel: channelSchema,
  preview: z.boolean(),
  article: z.uuid(),
  newsroom: z.strictObject({ name: z.string(), rootKey: z.string() }).nullable(),
  texts: z
    .array(packageText)
    .min(1)
    .refine((texts) => new Set(texts.map(({ language }) => language)).size === texts.length, {
      message: 'Two texts are in one language',
    }),
  /** All files but the manifest itself, sorted by path. */
  files: z.array(packageFile),
})
export type PackageManifest = z.infer<typeof packageManifest>

export const manifestName = 'manifest.json'
export const approvalsFolder = 'approvals'

export function textPaths(language: string): Readonly<Record<'page' | 'ninjs' | 'revision', string>> {
  return {
    page: `${language}/index.html`,
    ninjs: `${language}/article.ninjs.json`,
    revision: `${language}/revision.json`,
  }
}

/** Plain code unit order: the same on every machine and in every language. */
export function byPath(left: Readonly<{ path: string }>, right: Readonly<{ path: string }>): number {
  if (left.path === right.path) return 0
  return left.path < right.path ? -1 : 1
}
