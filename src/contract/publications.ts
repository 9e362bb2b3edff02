import { z } from 'zod'
import { freshId, instant, languageTag, operation, sha256 } from './base.ts'

const person = z.object({ id: z.string(), name: z.string() })

/** Why something is taken down or corrected; deadlines follow from it (`resources/publications/deadlines.json`). */
export const demandGrounds = ['authority', 'complaint', 'own'] as const

/** A correction or a take-down of what was posted: asked for, and done when it is. */
const demandView = z.object({
  /** The record that asked. */
  record: sha256,
  kind: z.enum(['correction', 'takedown']),
  ground: z.enum(demandGrounds),
  reason: z.string(),
  askedAt: instant,
  deadline: instant.nullable(),
  doneAt: instant.nullable(),
  url: z.string(),
  by: person,
})
export type DemandView = z.infer<typeof demandView>

export const publicationView = z.object({
  record: sha256,
  article: z.string(),
  title: z.string(),
  topic: z.string(),
  section: z.string(),
  channel: z.string(),
  language: z.string(),
  /** The package that was posted; null when it was posted without one. */
  package: z.string().nullable(),
  /** The approved text that was posted; null when nobody can say. */
  revision: sha256.nullable(),
  where: z.string(),
  url: z.string(),
  postedAt: instant,
  note: z.string(),
  screenshot: sha256.nullable(),
  by: person,
  verdict: z.enum(['valid', 'invalid', 'unknownSigner']),
  demands: z.array(demandView),
})
export type PublicationView = z.infer<typeof publicationView>

/** A calendar month of the newsroom's own time zone, such as 2026-11. */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** An http or https address, or nothing. */
const address = z
  .string()
  .trim()
  .max(2000)
  .regex(/^(?:https?:\/\/\S+)?$/i)

const demand = z.object({
  id: freshId,
  /** The record of what was posted. */
  publication: sha256,
  ground: z.enum(demandGrounds),
  reason: z.string().trim().min(1).max(4000),
  /** When it was asked for: the deadline counts from here. */
  askedAt: instant,
  /** When it was done; null while it is not. */
  doneAt: instant.nullable().default(null),
  /** The record that asked, when this one says that it is done. */
  answers: sha256.nullable().default(null),
})

const publicationQuery = z.object({
  article: z.string().nullable().default(null),
  channel: z.string().nullable().default(null),
  language: languageTag.nullable().default(null),
  month: month.nullable().default(null),
  limit: z.number().int().min(1).max(5000).default(500),
})
export type PublicationQuery = z.infer<typeof publicationQuery>

export const publications = {
  /** "Đã đăng": states that a text stands somewhere. The same id states nothing twice. */
  note: operation
    .input(
      z.object({
        id: freshId,
        article: z.string(),
        channel: z.string(),
        language: languageTag,
        package: z.string().nullable().default(null),
        /** The page, group, screen or commune, in words. */
        where: z.string().trim().max(500).default(''),
        url: address.default(''),
        postedAt: instant,
        note: z.string().trim().max(4000).default(''),
        screenshot: sha256.nullable().default(null),
      }),
    )
    .output(publicationView),
  /** States that what was posted is to be corrected, or was; `url` is where the correction stands. */
  correct: operation.input(demand.extend({ url: address.default('') })).output(publicationView),
  /** States that what was posted is to be taken down, or was. It stays here for inspection (SAFE2). */
  takeDown: operation.input(demand).output(publicationView),
  /** What was posted, the newest first. */
  list: operation.input(publicationQuery).output(z.array(publicationView)),
  /** The month's report as an XLSX file: a path below the shell's own origin; the CLI names a file. */
  exportReport: operation
    .input(z.object({ id: freshId, month, path: z.string().nullable().default(null) }))
    .output(z.object({ url: z.string().nullable(), name: z.string(), bytes: z.number(), rows: z.number() })),
}
