import { z } from 'zod'
import { canonicalJson } from './canonical-json.ts'
import type { NewsroomRecord, SignedRecord } from './records.ts'
import { memorySubject, rootSigner } from './records.ts'
import { fail, type Result, succeed } from './result.ts'
import { roles } from './roles.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const key = z.string().regex(/^[0-9a-f]{64}$/)
const profile = z.uuid()
const document = z.string().min(1).max(300)
const hashes = z.array(hash).max(10_000)
const note = z.string().max(4000)

const codedText = z
  .array(
    z.union([
      z.string().max(100_000),
      z.strictObject({
        code: z.enum(['open', 'close', 'single']),
        number: z.number().int().min(1).max(10_000),
        mark: z.enum(['bold', 'italic', 'underline', 'link', 'other']),
        value: z.string().max(10_000),
      }),
    ]),
  )
  .max(10_000)

const base = {
  schema: z.literal(1),
  id: z.uuid(),
  newsroom: key,
  signer: z.union([profile, z.literal(rootSigner)]),
  at: z.number().int(),
  memberships: hashes,
}
const answer = { ...base, document, submission: hash, note, answers: hashes }

const membership = z.strictObject({
  ...base,
  kind: z.literal('membership'),
  profile,
  name: z.string().min(1).max(120),
  publicKey: key,
  roles: z.array(z.enum(roles)).max(roles.length),
  removed: z.boolean(),
  replaces: hash.nullable(),
  accepts: z.array(hash).max(1_000_000),
})
const submission = z.strictObject({
  ...base,
  kind: z.literal('submission'),
  document,
  revision: hash,
  reached: z.record(z.string().min(1).max(64), z.number().int().min(0)),
  authors: z.array(profile).max(10_000),
  note,
  answers: hashes,
})
const listed = { ...base, document, note, answers: hashes }
const demand = {
  ...base,
  document,
  publication: hash,
  ground: z.enum(['authority', 'complaint', 'own']),
  reason: z.string().min(1).max(4000),
  askedAt: z.number().int(),
  deadline: z.number().int().nullable(),
  doneAt: z.number().int().nullable(),
  answers: hashes,
}
const address = z
  .string()
  .max(2000)
  .regex(/^(?:https?:\/\/\S+)?$/i)

const recordSchema = z.discriminatedUnion('kind', [
  membership,
  submission,
  z.strictObject({ ...answer, kind: z.literal('return') }),
  z.strictObject({ ...answer, kind: z.literal('recall') }),
  z.strictObject({ ...answer, kind: z.literal('approval'), revision: hash }),
  z.strictObject({
    ...answer,
    kind: z.literal('paperApproval'),
    revision: hash,
    scan: hash,
    approver: z.string().min(1).max(200),
  }),
  z.strictObject({ ...listed, kind: z.literal('withdrawal') }),
  z.strictObject({ ...listed, kind: z.literal('reinstatement') }),
  z.strictObject({
    ...base,
    kind: z.literal('package'),
    document,
    channel: z.string().min(1).max(100),
    languages: z.array(z.string().min(1).max(35)).max(100),
    manifest: hash,
    preview: z.boolean(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('publication'),
    document,
    channel: z.string().min(1).max(100),
    language: z.string().min(1).max(35),
    package: z.string().max(100).nullable(),
    revision: hash.nullable(),
    where: z.string().max(500),
    url: address,
    postedAt: z.number().int(),
    note,
    screenshot: hash.nullable(),
  }),
  z.strictObject({ ...demand, kind: z.literal('correction'), url: address }),
  z.strictObject({ ...demand, kind: z.literal('takedown') }),
  z.strictObject({ ...base, kind: z.literal('purge'), document, block: z.string().min(1).max(100) }),
  z.strictObject({
    ...base,
    kind: z.literal('memoryEdit'),
    document: z.literal(memorySubject),
    unit: z.string().min(1).max(200),
    texts: z.array(z.strictObject({ language: z.string().min(1).max(35), text: codedText })).max(40),
    withdrawn: z.boolean(),
    replaces: hashes,
  }),
])

const envelope = z.object({
  hash,
  body: z.string().max(80_000_000),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})

/** Checks the shape of a record before it is signed; the canonical body is made from what comes back. */
export function parseRecord(value: unknown): Result<NewsroomRecord, string> {
  const parsed = recordSchema.safeParse(value)
  return parsed.success ? succeed(parsed.data) : fail(z.prettifyError(parsed.error))
}

function parseBody(body: string): Result<NewsroomRecord, string> {
  try {
    const parsed = parseRecord(JSON.parse(body))
    if (!parsed.ok) return parsed
    return canonicalJson(parsed.value) === body ? parsed : fail('The body is not canonical JSON (RFC 8785)')
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'The body is not JSON')
  }
}

/**
 * Reads a signed record from outside: shape, canonical form and hash. What `record` says in the input is not
 * looked at: the body alone was signed. The signature itself is judged later, against the signer's membership.
 * `sha256` answers lower-case hex for a text's UTF-8 bytes.
 */
export function parseSignedRecord(
  value: unknown,
  sha256: (text: string) => string,
): Result<SignedRecord, string> {
  const parsed = envelope.safeParse(value)
  if (!parsed.success) return fail(z.prettifyError(parsed.error))
  const { hash, body, signature } = parsed.data
  if (sha256(body) !== hash) return fail('The hash is not that of the body')
  const record = parseBody(body)
  return record.ok ? succeed({ hash, body, signature, record: record.value }) : record
}
