import { ratio } from '#domain/clips/frame-rates.ts'
import { type MediaFacts, shownSize, type VideoFacts } from '#domain/clips/media-facts.ts'
import { commandLine } from '../media/command-line.ts'
import { lightFilters } from '../media/light.ts'

type Size = Readonly<{ width: number; height: number }>

/** A proxy's shorter side at most. */
const proxyHeight = 720

/** Scaled so that its shorter side is `shorter` at most, never enlarged, in even numbers as H.264 wants them. */
export function fittedSize({ width, height }: Size, shorter: number): Size {
  const scale = Math.min(1, shorter / Math.max(1, Math.min(width, height)))
  const even = (length: number) => Math.max(2, Math.round((length * scale) / 2) * 2)
  return { width: even(width), height: even(height) }
}

/** Filters from the stored picture to one of `size` in ordinary light; ffmpeg turns it upright by itself. */
export function pictureFilters(
  video: VideoFacts,
  { width, height }: Size,
  filters: ReadonlySet<string>,
): readonly string[] {
  const upright = `scale=${width}:${height}:flags=bicubic:out_range=tv,setsar=1`
  return [...(video.interlaced ? ['bwdif=mode=send_frame'] : []), upright, ...lightFilters(video, filters)]
}

/** Sound begins with the clip: what comes later is preceded by silence, and gaps stay gaps. */
export function soundFilter(rate: number): string {
  return `aresample=${rate}:async=1:first_pts=0`
}

/**
 * The command for a copy that Chromium plays: H.264 yuv420p of 720 lines at most and AAC, at a constant rate, with the
 * times of the original, and a key picture each half second, so that stepping and seeking are quick.
 */
export function proxyArguments(
  { video, audio }: Pick<MediaFacts, 'video' | 'audio'>,
  files: Readonly<{ input: string; output: string; guard: readonly string[] }>,
  filters: ReadonlySet<string>,
): readonly string[] {
  return commandLine((command) => {
    command.input(files.input).inputOptions([...files.guard])
    if (video) {
      const { numerator, denominator } = video.frameRate
      const steady = `fps=${numerator}/${denominator}:start_time=0`
      const picture = pictureFilters(video, fittedSize(shownSize(video), proxyHeight), filters)
      command
        .outputOptions('-map', '0:V:0')
        .videoFilters([steady, ...picture].join(','))
        .videoCodec('libx264')
        .outputOptions('-preset', 'veryfast', '-crf', '24', '-maxrate', '4M', '-bufsize', '8M', '-bf', '0')
        .outputOptions('-g', String(Math.max(1, Math.round(ratio(video.frameRate) / 2))))
    }
    if (audio) {
      command
        .outputOptions('-map', '0:a:0')
        .audioFilters(soundFilter(48_000))
        .audioCodec('aac')
        .audioBitrate(128)
        .audioChannels(2)
    }
    return command
      .outputOptions('-map_metadata', '-1', '-map_chapters', '-1', '-sn', '-dn')
      .outputOptions('-fflags', '+bitexact', '-movflags', '+faststart', '-f', 'mp4')
      .output(files.output)
  })
}

export function thumbnailArguments(
  video: VideoFacts,
  files: Readonly<{ input: string; output: string; guard: readonly string[] }>,
  { atMs, height }: Readonly<{ atMs: number; height: number }>,
  filters: ReadonlySet<string>,
): readonly string[] {
  const shown = shownSize(video)
  const even = (length: number) => Math.max(2, Math.round(length / 2) * 2)
  const size = { width: even((shown.width * height) / Math.max(1, shown.height)), height: even(height) }
  return commandLine((command) =>
    command
      .input(files.input)
      .inputOptions(['-ss', String(atMs / 1000), ...files.guard])
      .outputOptions('-map', '0:V:0', '-frames:v', '1')
      .videoFilters(
        [...pictureFilters(video, size, filters), 'scale=out_range=pc', 'format=yuvj420p'].join(','),
      )
      .videoCodec('mjpeg')
      .outputOptions('-q:v', '4', '-fflags', '+bitexact', '-f', 'mjpeg')
      .output(files.output),
  )
}

/** The sound as signed 16-bit samples of one channel. */
export function samplesArguments(
  files: Readonly<{ input: string; guard: readonly string[] }>,
  rate: number,
): readonly string[] {
  return commandLine((command) =>
    command
      .input(files.input)
      .inputOptions([...files.guard])
      .outputOptions('-map', '0:a:0')
      .audioFilters(soundFilter(rate))
      .audioChannels(1)
      .outputOptions('-f', 's16le')
      .output('pipe:1'),
  )
}
