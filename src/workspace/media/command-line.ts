import makeCommand, { type FfmpegCommand } from 'fluent-ffmpeg'

/**
 * The words of an ffmpeg command, in the order ffmpeg wants them. fluent-ffmpeg only puts them together: its questions
 * to ffmpeg and its own starting of it are never reached.
 */
export function commandLine(build: (command: FfmpegCommand) => FfmpegCommand): readonly string[] {
  return build(makeCommand())._getArguments()
}
