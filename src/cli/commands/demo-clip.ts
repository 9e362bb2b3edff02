import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import type { Failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import { attempt } from '../attempt.ts'
import type { Client, Connection } from '../client.ts'
import { jobResult } from './job-result.ts'

const sample = (suffix: string) =>
  fileURLToPath(new URL(`../../../resources/sample/le-hoi-tra-tan-cuong.${suffix}`, import.meta.url))

const trackTongues = ['vi', 'en', 'ko'] as const

type TakenClip = Readonly<{ clip: string; tracks: readonly DocumentId[] }>

/** Takes the sample's clip in, puts it into the article and reads its subtitles in three languages. */
export async function takeSampleClip(
  connection: Connection,
  editor: Client,
  article: string,
): Promise<Result<TakenClip, Failure>> {
  const file = await connection.letIn(sample('mp4'))
  if (!file.ok) return file
  const started = await attempt(editor.clips.import({ id: uuidv7(), grant: file.value, article }))
  if (!started.ok) return started
  const clip = await jobResult(editor, started.value.job)
  if (!clip.ok) return clip
  const tracks: DocumentId[] = []
  for (const language of trackTongues) {
    const subtitles = await connection.letIn(sample(`${language}.srt`))
    if (!subtitles.ok) return subtitles
    const read = await attempt(
      editor.tracks.importFile({ grant: subtitles.value, clip: clip.value, language }),
    )
    if (!read.ok) return read
    tracks.push(read.value.track.document as DocumentId)
  }
  return succeed({ clip: clip.value, tracks })
}
