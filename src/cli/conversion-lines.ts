import type { SubtitleFormat, SubtitleProblem } from '#domain/cues/subtitle-file.ts'
import type { Loss } from '#formats/subtitles/losses.ts'
import { type SubtitleEncoding, subtitleEncodings } from '#formats/subtitles/subtitle-encodings.ts'
import type { Sentences } from './sentences.ts'

/** What a conversion of subtitles came to. */
export type Conversion = Readonly<{
  input: Readonly<{
    path: string
    format: SubtitleFormat
    encoding: SubtitleEncoding
    certain: boolean
    mark: boolean
    composed: boolean
  }>
  output: Readonly<{ path: string; format: SubtitleFormat; encoding: SubtitleEncoding; mark: boolean }>
  cues: number
  losses: readonly Loss[]
  problems: readonly SubtitleProblem[]
}>

const formatNames: Readonly<Record<SubtitleFormat, string>> = { srt: 'SRT', webvtt: 'WebVTT' }
const shownProblems = 20

/** A conversion in words, with the first of its problems. */
export function conversionLines(conversion: Conversion, { say }: Sentences): readonly string[] {
  const { input, output, cues, losses, problems } = conversion
  const encoding = encodingName(input.encoding)
  const done = {
    input: input.path,
    output: output.path,
    from: formatNames[input.format],
    to: formatNames[output.format],
    encoding,
    cues,
  }
  const known = subtitleEncodings.join(', ')
  const more = problems.length - shownProblems
  return [
    say('convert.done', done),
    ...(input.certain ? [] : [say('convert.unsure', { encoding, known })]),
    ...(output.encoding === input.encoding
      ? []
      : [say('convert.rewritten', { written: encodingName(output.encoding) })]),
    ...(input.composed ? [say('convert.composed')] : []),
    ...(losses.length > 0 ? [say('convert.lost')] : []),
    ...losses.map(({ kind, count, names }) => {
      const what = say(`convert.loss.${kind}`, { names: names.join(' · ') }).replace(/[:：] *$/, '')
      return say('convert.lossLine', { count, what })
    }),
    ...(problems.length > 0 ? [say('convert.problems', { input: input.path, count: problems.length })] : []),
    ...problems
      .slice(0, shownProblems)
      .map(({ line, code }) => say('convert.problemLine', { line, what: say(`convert.problem.${code}`) })),
    ...(more > 0 ? [say('convert.more', { count: more })] : []),
  ]
}

function encodingName(encoding: SubtitleEncoding): string {
  return encoding.replace('windows', 'Windows').replace(/^(?:utf|gb|euc).*/, (name) => name.toUpperCase())
}
