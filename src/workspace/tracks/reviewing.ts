import { type Failure, failure } from '#contract/failures.ts'
import type { ReviewedCue } from '#contract/tracks.ts'
import { cueWords, type Track } from '#domain/cues/track.ts'
import { trackOfArticle } from '#domain/cues/track-article.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { sourceCited } from '#domain/revision.ts'
import type { Services } from '../services.ts'

type Reviewed = Readonly<{ language: string; sourceLanguage: string | null; cues: ReviewedCue[] }>

/** A kept track beside the source that it was made from, as that was kept with it, and the track before. */
export function reviewTrack(
  services: Pick<Services, 'documents'>,
  revision: string,
  since: string | null,
): Result<Reviewed, Failure> {
  const article = services.documents.revision(revision)
  if (!article.ok) return article
  const track = trackOfArticle(article.value)
  if (!track) return fail(failure('revision-unknown', { revision }))
  const cited = sourceCited(article.value)
  const source = cited && keptTrack(services, cited.revision)
  const words = new Map(source?.cues.map((cue) => [cue.id, cueWords(cue)]))
  const former = since === null ? undefined : keptTrack(services, since)
  const before = new Map(former?.cues.map((cue) => [cue.id, cue]))
  const cues = track.cues.map((cue): ReviewedCue => {
    const { id, start, end, sources, seen } = cue
    const then = new Map(seen.map((each) => [each.cue, each.text]))
    const said = sources.flatMap((each) => words.get(each) ?? then.get(each) ?? [])
    const old = before.get(id)
    return {
      cue: id,
      start,
      end,
      words: cueWords(cue),
      source: said.length > 0 ? said.join(' ') : null,
      former: old ? { start: old.start, end: old.end, words: cueWords(old) } : null,
    }
  })
  return succeed({
    language: track.language,
    sourceLanguage: track.source === '' ? null : track.source,
    cues,
  })
}

function keptTrack({ documents }: Pick<Services, 'documents'>, revision: string): Track | undefined {
  const article = documents.revision(revision)
  return article.ok ? trackOfArticle(article.value) : undefined
}
