import { z } from 'zod'
import type { BundleProblem } from '#domain/bundle-problems.ts'
import { canonicalJson } from '#domain/canonical-json.ts'
import { fail, type Result, succeed } from '#domain/result.ts'

/** The newest form of a bundle that this program reads and writes. */
export const bundleSchema = 1

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const size = z.number().int().min(0)
const sequence = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const device = z.string().min(1).max(64)
/** A kind and what it is derived from: no name in a bundle can be anything that a path is made of. */
const document = z
  .string()
  .regex(/^([a-z]{1,20}:(?:[0-9a-f-]{36}|[0-9a-f]{64})(:[A-Za-z0-9-]{1,60}){0,3}|termbase:newsroom)$/)

const contribution = z
  .strictObject({
    device,
    firstSequence: sequence,
    lastSequence: sequence,
    profile: z.string().max(64),
  })
  .refine((range) => range.firstSequence <= range.lastSequence)

const documentEntry = z.strictObject({
  id: document,
  language: z.string().min(1).max(35),
  createdAt: z.number().int(),
  createdBy: z.string().max(64),
  /** SHA-256 of the compacted state (a Yjs update, v1), and its length: the entry `documents/<hash>`. */
  state: hash,
  bytes: size,
  /** What the state holds, whatever its bytes: SHA-256 of state vector and deletions (SYNC2). */
  digest: hash,
  /** The records about it that the sender has: SHA-256 of their sorted hashes, a line each. */
  records: hash,
  /** Who wrote, by device and stretch of its log (DESIGN §4). */
  contributions: z.array(contribution).max(100_000),
  /** Blocks that look like a stamp and that a person here called a false alarm (SEC1). */
  falseAlarms: z
    .array(z.strictObject({ part: z.string().max(200), textHash: hash, reason: z.string().max(2000) }))
    .max(10_000),
})

const manifestSchema = z.strictObject({
  format: z.literal('tramtin-bundle'),
  schema: z.literal(bundleSchema),
  id: z.uuid(),
  /** `holdings` brings no document: it says what its machine holds, in a mailbox. */
  kind: z.enum(['stories', 'invitation', 'holdings']),
  /** The newsroom's root public key, and what it is called. */
  newsroom: hash,
  newsroomName: z.string().min(1).max(200),
  /** Who made it: a profile, and its name for those who do not know it. */
  signer: z.uuid(),
  signerName: z.string().max(200),
  at: z.number().int(),
  /** Heads of the membership records the signer knew, as in a record. */
  memberships: z.array(hash).max(10_000),
  /** The device it was made on, and its workspace. */
  device,
  workspace: z.string().min(1).max(64),
  note: z.string().max(4000),
  /** Whom an invitation is for. */
  invited: z.uuid().nullable(),
  documents: z.array(documentEntry).max(60_000),
  revisions: z.array(z.strictObject({ hash, document, bytes: size })).max(60_000),
  records: z.strictObject({ hash, bytes: size }),
  assets: z
    .array(z.strictObject({ hash, bytes: size, name: z.string().max(500), mediaType: z.string().max(200) }))
    .max(60_000),
  /** What the sender holds of other documents: digests of state and records together (SYNC2). */
  holds: z.array(z.strictObject({ document: z.string().min(1).max(300), digest: hash })).max(100_000),
  /** Pictures that the texts name and the sender's machine does not have. */
  missing: z.array(hash).max(60_000),
})
export type BundleManifest = z.infer<typeof manifestSchema>
export type BundleDocument = BundleManifest['documents'][number]

const signatureSchema = z.strictObject({
  publicKey: hash,
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type BundleSignature = z.infer<typeof signatureSchema>

export const manifestName = 'manifest.json'
export const signatureName = 'signature.json'
export const recordsName = 'records.json'

/** Longest in bytes: what is read whole before anything is known to be signed. */
export const bundleLimits = {
  manifest: 64 * 1024 ** 2,
  signature: 1024,
  records: 128 * 1024 ** 2,
  document: 64 * 1024 ** 2,
  revision: 16 * 1024 ** 2,
} as const

/** What is signed: the manifest's text behind a marker, so that it can never pass for a record. */
export function signedText(manifestText: string): string {
  return `TRAMTIN-BUNDLE-1\n${manifestText}`
}

export function writeManifest(manifest: BundleManifest): string {
  return canonicalJson(manifest)
}

export function writeSignature(signature: BundleSignature): string {
  return canonicalJson(signature)
}

/** A manifest of a newer form is told apart from a wrong one: `schema` is its number. */
export type ManifestFailure = BundleProblem | Readonly<{ reason: 'newer'; schema: number }>

export function parseManifest(text: string): Result<BundleManifest, ManifestFailure> {
  const value = parseJson(text)
  const version = z.object({ format: z.literal('tramtin-bundle'), schema: z.number().int() }).safeParse(value)
  if (version.success && version.data.schema > bundleSchema) {
    return fail({ reason: 'newer', schema: version.data.schema })
  }
  const parsed = manifestSchema.safeParse(value)
  if (!parsed.success) return invalid(z.prettifyError(parsed.error).slice(0, 500))
  if (canonicalJson(parsed.data) !== text) return invalid('not canonical JSON (RFC 8785)')
  const ids = new Set(parsed.data.documents.map(({ id }) => id))
  if (ids.size !== parsed.data.documents.length) return invalid('a document twice')
  return succeed(parsed.data)
}

export function parseSignature(text: string): Result<BundleSignature, BundleProblem> {
  const parsed = signatureSchema.safeParse(parseJson(text))
  return parsed.success ? succeed(parsed.data) : invalid('signature')
}

/** The signed records as they travel: parsed one by one by whoever judges them. */
export function parseRecords(text: string): Result<readonly unknown[], BundleProblem> {
  const value = parseJson(text)
  return Array.isArray(value) ? succeed(value) : invalid('records')
}

function invalid(detail: string): Result<never, BundleProblem> {
  return fail({ reason: 'manifest-invalid', detail })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
