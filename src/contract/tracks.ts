import { z } from 'zod'
import { subtitleProblemCodes } from '#domain/cues/subtitle-file.ts'
import { workflowStates } from '#domain/workflow-state.ts'
import { documentId, grantId, instant, languageTag, operation, sha256 } from './base.ts'
import { rational } from './clips.ts'

export const subtitleEncodingNames = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1258',
  'gb18030',
  'euc-kr',
  'windows-1252',
] as const
const encodingName = z.enum(subtitleEncodingNames)

const trackSummary = z.object({
  document: documentId,
  clip: sha256,
  /** The clip's file name; empty where the clip is not here. */
  name: z.string(),
  language: z.string(),
  /** The language of the track it was made from, null when it stands by itself. */
  source: z.string().nullable(),
  /** Frames that times are snapped to; null when the clip has none. */
  frameRate: rational.nullable(),
  cues: z.number(),
  /** Cues without words, and cues of the source that nothing says yet. */
  open: z.number(),
  /** Cues whose source changed since they were written (FLOW1). */
  stale: z.number(),
  state: z.enum(workflowStates),
  approvedRevision: sha256.nullable(),
  /** Whether approved subtitles can leave now (FLOW2), as for translations. */
  readiness: z.enum(['ready', 'notApproved', 'newerUnapproved', 'stale', 'held']),
  updatedAt: instant,
})
export type TrackSummary = z.infer<typeof trackSummary>

/** A cue as a kept revision has it, beside its source and what stood there before, for a reviewer. */
const reviewedCue = z.object({
  cue: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  words: z.string(),
  /** The words of the cues it was made from, null for one that was made from none. */
  source: z.string().nullable(),
  /** What the text before said and when; null where it had no such cue. */
  former: z.object({ start: z.number().int(), end: z.number().int(), words: z.string() }).nullable(),
})
export type ReviewedCue = z.infer<typeof reviewedCue>

/** What was wrong or odd in a subtitle file, with its line. */
const subtitleProblem = z.object({ line: z.number(), code: z.enum(subtitleProblemCodes) })

const readFile = z.object({
  name: z.string(),
  /** The file's text, without byte order mark. */
  text: z.string(),
  format: z.enum(['srt', 'webvtt']),
  encoding: encodingName,
  /** False when the bytes do not tell the encoding: a person looks at the words. */
  certain: z.boolean(),
  cues: z.number(),
  problems: z.array(subtitleProblem),
})
export type ReadSubtitleFile = z.infer<typeof readFile>

/**
 * Subtitles of clips, a document a language. Cues are written in the document itself (`documents.open`, `append`,
 * `follow`), as articles are.
 */
export const tracks = {
  /**
   * Begins a track; one that is there already is answered as it is. With `from`, a language, it is made from that track:
   * it gets a cue without words for each of its cues.
   */
  create: operation
    .input(z.object({ clip: sha256, language: languageTag, from: languageTag.nullable().default(null) }))
    .output(trackSummary),
  /** The tracks of one clip, or of all: those that changed last first. */
  list: operation
    .input(
      z.object({
        clip: sha256.nullable().default(null),
        limit: z.number().int().min(1).max(1000).default(200),
      }),
    )
    .output(z.array(trackSummary)),
  get: operation.input(z.object({ document: documentId })).output(trackSummary),
  /** A kept track, cue by cue, against an earlier one (`since`; null: none). */
  review: operation
    .input(z.object({ revision: sha256, since: sha256.nullable() }))
    .output(
      z.object({ language: z.string(), sourceLanguage: z.string().nullable(), cues: z.array(reviewedCue) }),
    ),
  /** Reads a subtitle file; nothing is changed. A stamp anywhere in it refuses it (SEC1). */
  readFile: operation
    .input(z.object({ grant: grantId, encoding: encodingName.nullable().default(null) }))
    .output(readFile),
  /**
   * Makes a track of a file. Cues that are there are only replaced when `replace` says so; what was there is kept as a
   * version (SAFE2).
   */
  importFile: operation
    .input(
      z.object({
        grant: grantId,
        clip: sha256,
        language: languageTag,
        encoding: encodingName.nullable().default(null),
        replace: z.boolean().default(false),
      }),
    )
    .output(z.object({ track: trackSummary, file: readFile.omit({ text: true }) })),
  /** A track as a file, as it stands or as a kept revision has it; `losses` is what the format cannot hold. */
  exportFile: operation
    .input(
      z.object({
        document: documentId,
        revision: z.union([sha256, z.literal('current')]).default('current'),
        format: z.enum(['srt', 'webvtt']),
      }),
    )
    .output(
      z.object({
        name: z.string(),
        text: z.string(),
        losses: z.array(z.object({ kind: z.string(), count: z.number(), names: z.array(z.string()) })),
      }),
    ),
}
