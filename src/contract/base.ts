import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failureSchema } from './failures.ts'

/** Every operation may end in one typed failure; see `failures.ts`. */
export const operation = oc.errors({ FAILURE: { data: failureSchema } })

/** A client-made UUIDv7: sending the same id again creates nothing new and answers as the first time. */
export const freshId = z.uuidv7()
/** SHA-256 in lower-case hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Bytes as base64: a bare Uint8Array arrives over the transports as a plain object. */
export const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/)
/** BCP 47 language tag. */
export const languageTag = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
/** Milliseconds since 1970-01-01 UTC. */
export const instant = z.number().int()
/** An article, a translation of one, the comments on that, the subtitles of a clip, or a text for a channel. */
export const documentId = z
  .string()
  .max(300)
  .regex(
    /^(?:article:[0-9a-f-]{36}|(?:(?:translation|comments):[0-9a-f-]{36}|track:[0-9a-f]{64}|edition:[0-9a-f-]{36}:[a-z0-9]+(?:-[a-z0-9]+)*):[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)$/,
  )
/** A file that a shell let in, named by the shell: the renderer never names a path. */
export const grantId = z.string().min(8).max(128)
