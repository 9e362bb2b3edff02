import { isUneven, namedRate, parseRational, ratio, steadyRate } from '#domain/clips/frame-rates.ts'
import type { AudioFacts, MediaFacts, Rational, Transfer, VideoFacts } from '#domain/clips/media-facts.ts'
import type { Probed, ProbedStream } from './probe-schema.ts'

const square: Rational = { numerator: 1, denominator: 1 }

/** The stream that is the clip's picture: not the cover of a song. */
export function pictureOf({ streams }: Probed): ProbedStream | undefined {
  return streams.find(
    (stream) =>
      stream.codec_type === 'video' && stream.disposition.attached_pic === 0 && stream.codec_name !== '',
  )
}

function soundOf({ streams }: Probed): ProbedStream | undefined {
  return streams.find(({ codec_type, codec_name }) => codec_type === 'audio' && codec_name !== '')
}

/** Tags that packers use for what is locked: DRM of ISO files (ISO/IEC 14496-12 §8.12) and of old stores. */
export function isLocked({ streams }: Probed): boolean {
  return streams.some(({ codec_tag_string }) => /^(encv|enca|drmi|drms)$/.test(codec_tag_string))
}

/** What ffprobe said, as facts. `moments` are those of the first pictures, in seconds. */
export function factsOf(probed: Probed, moments: readonly number[]): MediaFacts {
  const picture = pictureOf(probed)
  const sound = soundOf(probed)
  const lead = Math.max(0, -(probed.format.start_time ?? 0))
  const seconds = probed.format.duration ?? Math.max(0, picture?.duration ?? 0, sound?.duration ?? 0)
  return {
    container: probed.format.format_name,
    durationMs: Math.round((Number.isFinite(seconds) ? Math.max(0, seconds) : 0) * 1000),
    ...(lead > 0 && { lead }),
    video: picture ? videoOf(picture, moments) : null,
    audio: sound ? audioOf(sound) : null,
  }
}

function videoOf(stream: ProbedStream, moments: readonly number[]): VideoFacts {
  const mean = parseRational(stream.avg_frame_rate)
  const real = parseRational(stream.r_frame_rate)
  const rate = mean ?? real ?? { numerator: 25, denominator: 1 }
  const interlaced = /^(tt|bb|tb|bt)$/.test(stream.field_order)
  const variable = isUneven(moments) || (!interlaced && differ(mean, real))
  return {
    codec: stream.codec_name,
    profile: stream.profile,
    pixelFormat: stream.pix_fmt,
    width: stream.width,
    height: stream.height,
    rotation: rotationOf(stream),
    sampleAspect: parseRational(stream.sample_aspect_ratio) ?? square,
    frameRate: variable ? steadyRate(rate) : namedRate(rate),
    variable,
    transfer: transferOf(stream.color_transfer),
    interlaced,
  }
}

/** A mean that is no neighbour of the finest rate that fits all moments: frames were left out here and there. */
function differ(mean: Rational | undefined, real: Rational | undefined): boolean {
  if (!mean || !real) return false
  const between = ratio(real) / ratio(mean)
  return between > 1.02 && Math.abs(between - 2) > 0.02
}

function audioOf(stream: ProbedStream): AudioFacts {
  return { codec: stream.codec_name, channels: stream.channels, sampleRate: stream.sample_rate }
}

/** The display matrix turns counterclockwise; older writers left a tag that turns clockwise. */
function rotationOf({ side_data_list, tags }: ProbedStream): VideoFacts['rotation'] {
  const matrix = side_data_list.find(({ rotation }) => rotation !== undefined)?.rotation
  const clockwise = matrix === undefined ? Number(tags['rotate'] ?? 0) : -matrix
  const turns = (((Math.round(clockwise / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3
  return ([0, 90, 180, 270] as const)[turns]
}

function transferOf(name: string): Transfer {
  if (name === 'smpte2084') return 'pq'
  return name === 'arib-std-b67' ? 'hlg' : 'sdr'
}
