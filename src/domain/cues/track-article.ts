import { type Article, emptyMetadata } from '../article.ts'
import type { Cue } from './cue.ts'
import { holdsMore, partsOfRuns } from './cue-text.ts'
import type { Track, TrackCue } from './track.ts'
import type { NotedCue } from './track-note.ts'

/**
 * A track as an article: a paragraph a cue, and a note with all that is no word. `sourceRevision` is the hash of its
 * source's content, '' when that is not here.
 */
export function trackArticle(track: Track, sourceRevision: string): Article {
  const { clip, language, frameRate, source, cues, file } = track
  return {
    metadata: { ...emptyMetadata, language },
    blocks: cues.map(({ id, runs }) => ({ id, kind: 'paragraph', runs })),
    track: {
      clip,
      frameRate,
      source: source === '' ? null : { language: source, revision: sourceRevision },
      cues: cues.map((cue) => notedCue(track, cue)),
      format: file?.format ?? null,
      kept: (file?.kept ?? []).filter(({ kind }) => kind !== 'blank'),
    },
  }
}

function notedCue({ leftovers }: Track, { id, start, end, place, sources, seen }: TrackCue): NotedCue {
  const { name = '', settings = '', parts = [] } = leftovers.get(id) ?? {}
  return { id, start, end, place, sources, seen, name, settings, parts: holdsMore(parts) ? parts : [] }
}

/** The track that a kept article is of; undefined when it is of none. */
export function trackOfArticle({ metadata, blocks, track }: Article): Track | undefined {
  if (!track) return undefined
  const words = new Map(blocks.map(({ id, runs }) => [id, runs]))
  const { clip, frameRate, source, format, kept } = track
  return {
    clip,
    language: metadata.language,
    frameRate,
    source: source?.language ?? '',
    cues: track.cues.map(({ id, start, end, place, sources, seen }) => {
      return { id, start, end, place, sources, seen, runs: words.get(id) ?? [], returned: false }
    }),
    leftovers: new Map(track.cues.map(({ id, name, settings, parts }) => [id, { name, settings, parts }])),
    file: format ? { format, lineEnd: '\n', kept } : null,
  }
}

/** The cues of a kept track, with the marks that their file gave them; `id` is the cue's own. */
export function cuesOf(article: Article): readonly Cue[] {
  const track = trackOfArticle(article)
  return (track?.cues ?? []).map(({ id, start, end, place, runs }) => {
    return { id, start, end, place, text: partsOfRuns(runs, track?.leftovers.get(id)?.parts ?? []) }
  })
}
