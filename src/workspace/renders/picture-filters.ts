import type { VideoFacts } from '#domain/clips/media-facts.ts'
import type { Framing } from '#domain/renders/framing.ts'
import { assertNever } from '#domain/result.ts'
import { lightFilters } from '../media/light.ts'

/** The script and the folder of typefaces, by fixed names inside of the run's folder: no path is ever escaped. */
export const scriptName = 'subtitles.ass'
export const fontFolder = 'fonts'

/**
 * ffmpeg's filters from the stored picture (turned upright by ffmpeg itself) to the frame that is asked for, in
 * ordinary light and yuv420p. `known` are the filters that this ffmpeg has.
 */
export function pictureFilters(
  video: VideoFacts,
  framing: Framing,
  { burns, known }: Readonly<{ burns: boolean; known: ReadonlySet<string> }>,
): readonly string[] {
  const light = lightFilters(video, known)
  return [
    ...(video.interlaced ? ['bwdif=mode=send_frame:deint=interlaced'] : []),
    ...framingFilters(video, framing, light),
    ...(burns ? [`ass=${scriptName}:fontsdir=${fontFolder}`] : []),
  ]
}

function framingFilters(video: VideoFacts, framing: Framing, light: readonly string[]): readonly string[] {
  switch (framing.kind) {
    case 'scale':
      return isThere(video, framing) ? light : [scale(framing.size), ...light]
    case 'crop': {
      const { size, scaled, left, top } = framing
      return [scale(scaled), `crop=${size.width}:${size.height}:${left}:${top}`, ...light]
    }
    case 'pad':
      return framing.ground === 'blur' ? blurred(framing, light) : padded(framing, light)
    default:
      return assertNever(framing)
  }
}

type Padding = Extract<Framing, { kind: 'pad' }>

function padded({ scaled, size, left, top, ground }: Padding, light: readonly string[]): readonly string[] {
  const color = ground.replace('#', '0x')
  return [scale(scaled), ...light, `pad=${size.width}:${size.height}:${left}:${top}:color=${color}`]
}

/** The ground is the picture itself, cut to shape, blurred while it is small, and made dark enough to be a ground. */
function blurred({ scaled, size, left, top }: Padding, light: readonly string[]): readonly string[] {
  const factor = Math.max(size.width / scaled.width, size.height / scaled.height) / 8
  const small = [size.width, size.height].map((pixels) => Math.ceil(pixels / 8 / 2) * 2)
  const [width = 2, height = 2] = small
  const cover = `${Math.max(width, even(scaled.width * factor))}:${Math.max(height, even(scaled.height * factor))}`
  const ground = [
    `scale=${cover}`,
    `crop=${width}:${height}`,
    'boxblur=5:2',
    'lutyuv=y=val*0.6',
    `scale=${size.width}:${size.height}`,
    'setsar=1',
  ]
  const graph = `split[front][back];[back]${ground.join(',')}[ground];[ground][front]overlay=${left}:${top}`
  return [scale(scaled), ...light, `${graph}:format=yuv420`]
}

/** Scaling also makes pixels square, and says how colours are coded in the new picture (ITU-R BT.709). */
function scale({ width, height }: Readonly<{ width: number; height: number }>): string {
  return `scale=${width}:${height}:flags=bicubic:out_color_matrix=bt709:out_range=tv,setsar=1`
}

function isThere(video: VideoFacts, { size }: Extract<Framing, { kind: 'scale' }>): boolean {
  const { numerator, denominator } = video.sampleAspect
  const upright = video.rotation === 0 && numerator === denominator
  return upright && video.width === size.width && video.height === size.height
}

function even(value: number): number {
  return Math.max(2, Math.round(value / 2) * 2)
}
