import type { Failure } from '#contract/failures.ts'
import type { MediaFacts } from '#domain/clips/media-facts.ts'
import { fail, type Result } from '#domain/result.ts'
import { createFonts, type FontService } from './fonts.ts'
import { type MediaFile, probeMedia, probeSubtitles } from './probe.ts'
import { findPrograms, type MediaPrograms } from './programs.ts'
import { type MediaOutcome, type MediaRun, runProgram } from './run.ts'

/** All that is done with ffmpeg: it is looked for when it is first needed. */
export type MediaService = Readonly<{
  programs(): Promise<Result<MediaPrograms, Failure>>
  probe(file: MediaFile, signal?: AbortSignal): Promise<Result<MediaFacts, Failure>>
  /** Languages of a file's subtitle streams, in order. */
  subtitles(file: MediaFile, signal?: AbortSignal): Promise<Result<readonly string[], Failure>>
  fonts: FontService
  /** Runs ffmpeg; its questions are answered with yes, its banner is left out. */
  run(run: MediaRun): Promise<MediaOutcome>
}>

/** Asked once; what is missing may be installed while we run. */
function findOnce(): () => ReturnType<typeof findPrograms> {
  let found: ReturnType<typeof findPrograms> | undefined
  return async () => {
    found ??= findPrograms()
    const result = await found
    if (!result.ok) found = undefined
    return result
  }
}

export function createMedia(programs: () => ReturnType<typeof findPrograms> = findOnce()): MediaService {
  return {
    fonts: createFonts(),
    programs,
    async probe(file, signal) {
      const tools = await programs()
      return tools.ok ? probeMedia(tools.value, file, signal) : tools
    },
    async subtitles(file, signal) {
      const tools = await programs()
      return tools.ok ? probeSubtitles(tools.value, file, signal) : tools
    },
    async run(run) {
      const tools = await programs()
      if (!tools.ok) return { result: fail(tools.failure), log: '' }
      const quiet = ['-hide_banner', '-nostdin', '-y', ...run.arguments]
      return runProgram(tools.value.ffmpeg, { ...run, arguments: quiet })
    },
  }
}
