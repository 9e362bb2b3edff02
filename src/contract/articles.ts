import { z } from 'zod'
import { workflowStates } from '#domain/workflow-state.ts'
import { documentId, freshId, instant, languageTag, operation } from './base.ts'

export const articleRow = z.object({
  id: z.string(),
  document: documentId,
  title: z.string(),
  language: z.string(),
  section: z.string(),
  genre: z.string(),
  byline: z.string(),
  state: z.enum(workflowStates),
  /** True when the text changed after its last approval. */
  changedSinceApproval: z.boolean(),
  /** Length in chữ (TEXT1), title to last block. */
  words: z.number(),
  updatedAt: instant,
  createdAt: instant,
  /** ISO 8601 with zone, or empty. */
  deadline: z.string(),
  embargo: z.string(),
  internal: z.boolean(),
  /** A state-secret stamp was found, or a block waits to be judged (SEC1). */
  held: z.boolean(),
  /** What merged oddly and waits for a person. */
  oddities: z.number(),
  /** The first picture's asset hash, for the list. */
  picture: z.string().nullable(),
  excerpt: z.string(),
})
export type ArticleRow = z.infer<typeof articleRow>

export const articleQuery = z.object({
  /** Words to find; case, diacritics, đ and tone placement do not matter (LANG1). */
  text: z.string().max(500).default(''),
  states: z.array(z.enum(workflowStates)).default([]),
  sections: z.array(z.string()).default([]),
  languages: z.array(z.string()).default([]),
  order: z.enum(['updated', 'created', 'deadline', 'title', 'relevance']).default('updated'),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
})
export type ArticleQuery = z.infer<typeof articleQuery>

/** The id of the signed act, beside the article's own: sending it again signs nothing new. */
const act = freshId

export const articles = {
  create: operation
    .input(
      z.object({ id: freshId, language: languageTag.default('vi'), title: z.string().max(1000).default('') }),
    )
    .output(articleRow),
  /** A page of the list. `total` counts all that match; rows of any page can be asked for directly. */
  list: operation.input(articleQuery).output(z.object({ total: z.number(), rows: z.array(articleRow) })),
  get: operation.input(z.object({ id: z.string() })).output(articleRow),
  /** For rows in view: a line of the text around what was searched for, where the text and not the title has it. */
  passages: operation
    .input(z.object({ text: z.string().max(500), articles: z.array(z.string()).max(40) }))
    .output(z.record(z.string(), z.string())),
  /** Sections and languages in use with their counts, for the filters. */
  facets: operation.output(
    z.object({
      states: z.record(z.string(), z.number()),
      sections: z.record(z.string(), z.number()),
      languages: z.record(z.string(), z.number()),
    }),
  ),
  /** Takes an article out of the working list; it stays readable and can come back (SAFE2). */
  withdraw: operation
    .input(z.object({ id: z.string(), act, reason: z.string().trim().min(1) }))
    .output(articleRow),
  reinstate: operation.input(z.object({ id: z.string(), act })).output(articleRow),
}
