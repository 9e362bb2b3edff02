/** A fraction of whole numbers, as media files say their rates (MEDIA1): 24000/1001, never 23.976. */
export type Rational = Readonly<{ numerator: number; denominator: number }>

/** How a picture's light is coded: ordinary, or one of the two HDR curves (ITU-R BT.2100). */
export type Transfer = 'sdr' | 'pq' | 'hlg'

export type VideoFacts = Readonly<{
  /** ffmpeg's name of the codec: h264, hevc, prores, mpeg2video … */
  codec: string
  profile: string
  /** ffmpeg's name of the pixel format: yuv420p, yuv420p10le … */
  pixelFormat: string
  /** Pixels as stored: before rotation and with pixels that may not be square. */
  width: number
  height: number
  /** Degrees clockwise that a player turns the picture by. */
  rotation: 0 | 90 | 180 | 270
  sampleAspect: Rational
  /** Frames a second: the real ones of a constant rate, the mean of a variable one. */
  frameRate: Rational
  variable: boolean
  transfer: Transfer
  interlaced: boolean
}>

export type AudioFacts = Readonly<{ codec: string; channels: number; sampleRate: number }>

/** What a media file is, by its bytes: the first picture and the first sound of it. */
export type MediaFacts = Readonly<{
  /** ffmpeg's name of the container: `mov,mp4,m4a,3gp,3g2,mj2`, `matroska,webm`, `mpegts` … */
  container: string
  /** Integer milliseconds. */
  durationMs: number
  /**
   * Seconds before its moment 0 that the file begins at: what an encoder of sound puts ahead. A player leaves it out,
   * ffmpeg would make it the beginning and so move every picture.
   */
  lead?: number
  video: VideoFacts | null
  audio: AudioFacts | null
}>

/** Width and height as the picture is seen: square pixels, rotation applied. */
export function shownSize(
  video: Pick<VideoFacts, 'width' | 'height' | 'rotation' | 'sampleAspect'>,
): Readonly<{ width: number; height: number }> {
  const { numerator, denominator } = video.sampleAspect
  const width = Math.round((video.width * numerator) / denominator)
  const turned = video.rotation === 90 || video.rotation === 270
  return turned ? { width: video.height, height: width } : { width, height: video.height }
}
