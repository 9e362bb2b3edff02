import { z } from 'zod'
import { channelKinds } from '#domain/channels.ts'
import { freshId, instant, languageTag, operation, sha256 } from './base.ts'

const channelView = z.object({
  id: z.string(),
  name: z.string(),
  /** By interface language; `name` is the Vietnamese one. */
  names: z.record(z.string(), z.string()),
  kind: z.enum(channelKinds),
  languages: z.array(z.string()),
})

const packageRow = z.object({
  id: z.string(),
  article: z.string(),
  title: z.string(),
  channel: z.string(),
  languages: z.array(z.string()),
  preview: z.boolean(),
  at: instant,
  by: z.object({ id: z.string(), name: z.string() }),
  /** SHA-256 of the manifest. */
  manifest: sha256,
  bytes: z.number(),
  files: z.number(),
  /** Where it was written, when the shell wrote it to a folder. */
  path: z.string().nullable(),
  zipName: z.string(),
  warnings: z.array(
    z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
})
export type PackageRow = z.infer<typeof packageRow>

const verdictProblem = z.object({ code: z.string(), file: z.string(), detail: z.string() })
export const verdict = z.object({
  kind: z.enum(['package', 'workspace']),
  /** `intactUnknownSigner` is a failure: whole, but no trusted root vouches for it. */
  outcome: z.enum(['valid', 'damaged', 'intactUnknownSigner']),
  files: z.number(),
  records: z.number(),
  newsroom: z.string(),
  problems: z.array(verdictProblem),
})
export type Verdict = z.infer<typeof verdict>

/** Whether an article can leave through a channel now, and what stands in the way. */
const readiness = z.object({
  channel: z.string(),
  language: z.string(),
  /** False for the article in its own language, which comes first. */
  translation: z.boolean(),
  /** `stale` and `newerUnapproved` leave as they were approved, with a warning (FLOW2). */
  state: z.enum([
    'ready',
    'notApproved',
    'newerUnapproved',
    'stale',
    'sourceNotApproved',
    'embargoed',
    'internal',
    'held',
  ]),
  approvedRevision: sha256.nullable(),
  approvedAt: instant.nullable(),
  /** Length in chữ of the text that would leave. */
  words: z.number(),
  issues: z.array(
    z.object({
      code: z.string(),
      block: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
})
export type Readiness = z.infer<typeof readiness>

export const packages = {
  channels: operation.output(z.array(channelView)),
  readiness: operation.input(z.object({ article: z.string() })).output(z.array(readiness)),
  /** When the text that may leave was approved, for each of these articles that has one. */
  approvals: operation
    .input(z.object({ articles: z.array(z.string()).max(1000) }))
    .output(z.array(z.object({ article: z.string(), approvedAt: instant }))),
  /**
   * The page that a package would hold, to be looked at before one is made: of the approved text, or of the present
   * one where none is approved. It says that it is only looked at. `mediaOrigin` is where the client finds `/asset/`.
   */
  page: operation
    .input(
      z.object({
        article: z.string(),
        channel: z.string(),
        language: languageTag,
        mediaOrigin: z
          .string()
          .regex(/^(?:[a-z]+:\/\/[a-z]+)?$/)
          .default(''),
      }),
    )
    .output(z.object({ html: z.string(), approvedAt: instant.nullable() })),
  /**
   * Starts the making of a package as a job and answers with it. Without `directory` the package is kept in
   * the workspace and offered as a download; only the CLI and main may name a directory.
   */
  export: operation
    .input(
      z.object({
        id: freshId,
        article: z.string(),
        channel: z.string(),
        languages: z.array(languageTag).min(1),
        preview: z.boolean().default(false),
        directory: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ job: z.string() })),
  list: operation
    .input(
      z.object({
        article: z.string().nullable().default(null),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(packageRow)),
  get: operation.input(z.object({ id: z.string() })).output(packageRow),
  /** Where the zip can be fetched from: a path below the shell's own origin. */
  download: operation
    .input(z.object({ id: z.string() }))
    .output(z.object({ url: z.string(), name: z.string(), bytes: z.number() })),
  /**
   * "Ghi ra USB": starts the writing of a made package into a folder of a stick as a job: the room looked at first,
   * every file read back and compared. Only the CLI and main may name a directory. `name` is the folder it makes.
   */
  usb: operation
    .input(z.object({ id: freshId, package: z.string(), directory: z.string() }))
    .output(z.object({ job: z.string(), name: z.string() })),
  /** Reads a made package again: is every byte and every signature as it was? */
  verify: operation.input(z.object({ id: z.string() })).output(verdict),
}
