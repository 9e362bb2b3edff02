import { commandLine } from '../media/command-line.ts'

/** Frames a second that every player of boards takes. */
export const movieRate = 25

/** A slide on its way into a film: a file's name inside the working folder, and how many frames it stands. */
export type MovieSlide = Readonly<{ file: string; frames: number }>

/** H.264 counts colour in pairs of pixels: an odd side is padded by one, at the right or below. */
export function paddedSize(size: Readonly<{ width: number; height: number }>): typeof size {
  return { width: size.width + (size.width % 2), height: size.height + (size.height % 2) }
}

/**
 * ffmpeg's words for a film of slides: constant rate, yuv420p, no sound, index in front (faststart), every slide
 * exactly its frames. Padding has the ground's colour. The file says neither when nor by whom it was made (SAME1).
 */
export function movieArguments(
  slides: readonly MovieSlide[],
  size: Readonly<{ width: number; height: number }>,
  ground: string,
  output: string,
): readonly string[] {
  const { width, height } = paddedSize(size)
  const parts = slides.map(
    ({ frames }, at) => `[${at}:v]trim=end_frame=${frames},setpts=PTS-STARTPTS,format=rgb24[s${at}]`,
  )
  const all = slides.map((_, at) => `[s${at}]`).join('')
  const pad = `pad=${width}:${height}:0:0:color=0x${ground.slice(1)}`
  const join = `${all}concat=n=${slides.length}:v=1:a=0,${pad},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[film]`
  return commandLine((command) => {
    for (const { file, frames } of slides) {
      command
        .input(file)
        .inputOptions(['-loop', '1', '-framerate', `${movieRate}`, '-t', `${(frames + 1) / movieRate}`])
    }
    return command
      .complexFilter([...parts, join].join(';'))
      .outputOptions(['-map', '[film]', '-an', '-c:v', 'libx264', '-preset', 'medium', '-crf', '12'])
      .outputOptions(['-profile:v', 'high', '-pix_fmt', 'yuv420p', '-r', `${movieRate}`, '-fps_mode', 'cfr'])
      .outputOptions([
        '-g',
        `${movieRate}`,
        '-colorspace',
        'bt709',
        '-color_primaries',
        'bt709',
        '-color_trc',
        'bt709',
      ])
      .outputOptions(['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'])
      .outputOptions(['-movflags', '+faststart', '-f', 'mp4'])
      .output(output)
  })
}
