import { z } from 'zod'
import { bundleReasons } from '#domain/bundle-problems.ts'
import { outputFaults } from '#domain/renders/output-check.ts'

/**
 * Every expected failure of the workspace, with the facts a client needs to say what happened, where,
 * and what to do. The workspace returns codes; the renderer and the CLI make the sentences
 * (`locales/*\/failures.json`).
 */
const failureFacts = {
  // the store
  'disk-full': z.object({ path: z.string() }),
  'folder-read-only': z.object({ path: z.string() }),
  'folder-unsuitable': z.object({
    path: z.string(),
    reason: z.enum(['network', 'synced', 'not-a-folder', 'not-empty']),
  }),
  'database-damaged': z.object({ path: z.string(), detail: z.string(), backup: z.string().nullable() }),
  'database-newer': z.object({ path: z.string(), found: z.number(), supported: z.number() }),
  'not-a-workspace': z.object({ path: z.string() }),
  'workspace-in-use': z.object({ path: z.string() }),
  'write-failed': z.object({ path: z.string(), detail: z.string() }),
  // the connection
  'protocol-mismatch': z.object({ client: z.number(), server: z.number() }),
  // people
  'newsroom-exists': z.object({ name: z.string() }),
  'newsroom-missing': z.object({}),
  'recovery-file-wrong': z.object({ reason: z.enum(['unreadable', 'other-newsroom', 'damaged']) }),
  'recovery-unconfirmed': z.object({}),
  'not-signed-in': z.object({}),
  'pin-wrong': z.object({ waitSeconds: z.number() }),
  'pin-too-weak': z.object({ minimum: z.number() }),
  'role-missing': z.object({ needs: z.array(z.string()) }),
  'member-unknown': z.object({ member: z.string() }),
  'last-owner': z.object({}),
  /** Text that one person typed would be recorded as another's (TRUST6). */
  'other-author': z.object({ author: z.string() }),
  /** A client used the id of one act for another. */
  'id-taken': z.object({ id: z.string() }),
  // documents
  'document-unknown': z.object({ document: z.string() }),
  'document-newer': z.object({ document: z.string(), found: z.number(), supported: z.number() }),
  'update-invalid': z.object({ document: z.string(), detail: z.string() }),
  'revision-unknown': z.object({ revision: z.string() }),
  // workflow
  'state-refuses': z.object({ action: z.string(), state: z.string() }),
  'self-approval': z.object({ author: z.string() }),
  'nothing-to-submit': z.object({ document: z.string() }),
  // translations
  'same-language': z.object({ language: z.string() }),
  'row-unknown': z.object({ row: z.string() }),
  /** The row cannot be treated so: rivals wait to be picked from, nothing is written, nothing is repeated or merged. */
  'row-refuses': z.object({
    row: z.string(),
    reason: z.enum(['variants', 'empty', 'notRepeated', 'notMergeable', 'notMerged', 'notAdded', 'added']),
  }),
  'translation-incomplete': z.object({
    document: z.string(),
    /** Rows by what they wait for. */
    empty: z.number(),
    draft: z.number(),
    stale: z.number(),
    variants: z.number(),
  }),
  // files, import, assets
  'grant-unknown': z.object({ grant: z.string() }),
  'file-unreadable': z.object({ name: z.string(), detail: z.string() }),
  'file-too-large': z.object({ name: z.string(), bytes: z.number(), limit: z.number() }),
  'format-unknown': z.object({ name: z.string(), detected: z.string() }),
  'format-damaged': z.object({ name: z.string(), detail: z.string(), line: z.number().nullable() }),
  'file-encrypted': z.object({ name: z.string() }),
  'no-subtitles': z.object({ name: z.string() }),
  'subtitle-format-unknown': z.object({ name: z.string() }),
  'file-empty': z.object({ name: z.string() }),
  'import-expired': z.object({ preview: z.string() }),
  'asset-missing': z.object({ asset: z.string() }),
  'picture-unreadable': z.object({ name: z.string(), detail: z.string() }),
  /** A picture's caption, credit or rights did not survive a rendition. */
  'metadata-lost': z.object({ name: z.string(), fields: z.array(z.string()) }),
  // clips
  'clip-unknown': z.object({ clip: z.string() }),
  /** Neither shipped nor found on this machine. */
  'media-tool-missing': z.object({ tool: z.string() }),
  /** A picture, a text, a program …: no sound and no moving picture in it. */
  'not-media': z.object({ name: z.string() }),
  /** `unreadable`: nothing of it can be read; `cut-off`: it ends before its end; `no-stream`: nothing that can be decoded. */
  'media-damaged': z.object({
    name: z.string(),
    reason: z.enum(['unreadable', 'cut-off', 'no-stream']),
    detail: z.string(),
  }),
  'media-encrypted': z.object({ name: z.string() }),
  /** ffmpeg gave up; `detail` is the last it said. */
  'media-failed': z.object({ name: z.string(), detail: z.string() }),
  /** No typeface here draws these characters. */
  'font-missing': z.object({ language: z.string(), characters: z.string() }),
  'peaks-not-ready': z.object({ clip: z.string() }),
  /** The track that a new one was to be made from is not here, or is the same. */
  'track-source-wrong': z.object({ language: z.string() }),
  /** Cues are there that a file would replace. */
  'track-not-empty': z.object({ document: z.string(), cues: z.number() }),
  // renders
  'preset-unknown': z.object({ preset: z.string() }),
  'preset-invalid': z.object({ path: z.string(), detail: z.string() }),
  /** The preset cannot be met by this clip: lengths in seconds, sizes in MB. */
  'render-impossible': z.object({
    name: z.string(),
    reason: z.enum(['no-picture', 'range', 'too-long', 'too-large']),
    found: z.number(),
    limit: z.number(),
  }),
  /** What came out is not what was ordered: the first of `faults`; it was thrown away. */
  'render-wrong': z.object({
    name: z.string(),
    what: z.enum(outputFaults),
    expected: z.string(),
    found: z.string(),
    faults: z.number(),
  }),
  'render-gone': z.object({ render: z.string() }),
  // slides for screens
  'screen-unknown': z.object({ screen: z.string() }),
  /** No line of the text has anything that can be drawn. */
  'slides-empty': z.object({ screen: z.string() }),
  /** At the smallest legible text this word is wider than the screen; words are never cut. */
  'slide-word-too-wide': z.object({
    screen: z.string(),
    line: z.string(),
    word: z.string(),
    pixels: z.number(),
    width: z.number(),
  }),
  // sticks
  'usb-full': z.object({ path: z.string(), needs: z.number(), free: z.number() }),
  /** FAT32 holds no file so large. */
  'usb-file-too-large': z.object({ name: z.string(), bytes: z.number(), limit: z.number() }),
  /** It was pulled out, or gave up: nothing stands under the final name. */
  'usb-gone': z.object({ path: z.string() }),
  /** What was read back is not what was written. */
  'usb-differs': z.object({ path: z.string(), name: z.string() }),
  // state secrets (SEC1)
  'secret-stamp': z.object({ where: z.string(), stamp: z.string(), excerpt: z.string() }),
  'secret-unjudged': z.object({ document: z.string() }),
  // packages
  'channel-unknown': z.object({ channel: z.string() }),
  'channel-invalid': z.object({ path: z.string(), detail: z.string() }),
  'not-approved': z.object({ document: z.string(), language: z.string() }),
  /** A field is longer than its channel takes, or a picture larger. */
  'edition-unfit': z.object({
    document: z.string(),
    field: z.string(),
    count: z.number(),
    maximum: z.number(),
  }),
  /** The channel takes no text in this language. */
  'channel-language': z.object({ channel: z.string(), language: z.string() }),
  'internal-only': z.object({ document: z.string() }),
  'target-exists': z.object({ path: z.string() }),
  'package-invalid': z.object({ path: z.string(), detail: z.string() }),
  cancelled: z.object({}),
  'job-unknown': z.object({ job: z.string() }),
  // bundles
  /** The whole file is refused; nothing of it is taken. */
  'bundle-refused': z.object({ name: z.string(), reason: z.enum(bundleReasons), detail: z.string() }),
  'bundle-newer': z.object({ name: z.string(), found: z.number(), supported: z.number() }),
  /** Whole and signed, but its sender is no member (any more): a person has to decide. */
  'sender-unknown': z.object({ name: z.string(), sender: z.string(), problem: z.string() }),
  'nothing-to-send': z.object({}),
  'invitation-wrong': z.object({
    reason: z.enum(['not-an-invitation', 'not-for-us', 'other-newsroom', 'not-proven']),
  }),
  'join-request-wrong': z.object({ reason: z.enum(['unreadable', 'damaged']) }),
  'mailbox-unsuitable': z.object({
    path: z.string(),
    reason: z.enum(['missing', 'inside-workspace', 'not-named-here']),
  }),
  // maintenance
  'backup-invalid': z.object({ path: z.string(), detail: z.string() }),
  // what is not written down above
  'not-found': z.object({ what: z.string() }),
  /** A bug of ours, met where nobody waits for an answer that could throw it: its cause is reported beside it. */
  internal: z.object({ detail: z.string() }),
} as const

export type FailureCode = keyof typeof failureFacts
export type FailureFacts<Code extends FailureCode> = z.infer<(typeof failureFacts)[Code]>
export type Failure = {
  [Code in FailureCode]: Readonly<{ code: Code; facts: FailureFacts<Code> }>
}[FailureCode]

export const failureCodes = Object.keys(failureFacts) as FailureCode[]

/** Builds a failure with the facts its code demands. */
export function failure<Code extends FailureCode>(code: Code, facts: FailureFacts<Code>): Failure {
  return { code, facts } as Failure
}

/** Parses a failure that came over a transport. */
export const failureSchema: z.ZodType<Failure> = z
  .object({ code: z.enum(failureCodes as [FailureCode, ...FailureCode[]]), facts: z.unknown() })
  .transform((value, context) => {
    const parsed = failureFacts[value.code].safeParse(value.facts)
    if (!parsed.success) {
      context.addIssue({ code: 'custom', message: parsed.error.message })
      return z.NEVER
    }
    return { code: value.code, facts: parsed.data } as Failure
  })
