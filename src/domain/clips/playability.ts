import type { MediaFacts } from './media-facts.ts'

/** Containers by ffmpeg's names that Chromium opens, each with the codecs it plays from them. */
const played: Readonly<Record<string, Readonly<{ video: readonly string[]; audio: readonly string[] }>>> = {
  'mov,mp4,m4a,3gp,3g2,mj2': {
    video: ['h264', 'vp9', 'av1'],
    audio: ['aac', 'mp3', 'opus', 'flac'],
  },
  'matroska,webm': { video: ['vp8', 'vp9', 'av1'], audio: ['opus', 'vorbis'] },
  ogg: { video: [], audio: ['opus', 'vorbis', 'flac'] },
  mp3: { video: [], audio: ['mp3'] },
  flac: { video: [], audio: ['flac'] },
  wav: { video: [], audio: ['pcm_s16le', 'pcm_u8', 'pcm_s24le', 'pcm_f32le'] },
  aac: { video: [], audio: ['aac'] },
}

/** Eight bits, a colour for each four pixels: all that every Chromium decodes of H.264. */
const plainPixels: readonly string[] = ['yuv420p', 'yuvj420p']

/** Whether Chromium plays a file as it is: by container and codecs, never by its name. */
export function canPlay({ container, video, audio }: MediaFacts): boolean {
  const opened = played[container]
  if (!opened) return false
  if (audio && !opened.audio.includes(audio.codec)) return false
  if (!video) return audio !== null
  return (
    opened.video.includes(video.codec) && plainPixels.includes(video.pixelFormat) && video.transfer === 'sdr'
  )
}

/**
 * Whether a desk needs a copy to play: what cannot be played, pictures at uneven distances, which no frame can be
 * counted by, and those that are woven of two halves.
 */
export function wantsProxy(facts: MediaFacts): boolean {
  const { video } = facts
  return !canPlay(facts) || (video !== null && (video.variable || video.interlaced))
}

/** The media type that a playable file is served under. */
export function mediaTypeOfFacts({ container, video }: MediaFacts): string {
  const kind = video ? 'video' : 'audio'
  switch (container) {
    case 'mov,mp4,m4a,3gp,3g2,mj2':
      return `${kind}/mp4`
    case 'matroska,webm':
      return `${kind}/${video && !['vp8', 'vp9', 'av1'].includes(video.codec) ? 'x-matroska' : 'webm'}`
    case 'ogg':
      return `${kind}/ogg`
    case 'mp3':
      return 'audio/mpeg'
    case 'flac':
    case 'wav':
    case 'aac':
    case 'amr':
      return `audio/${container}`
    case 'mpegts':
      return 'video/mp2t'
    case 'avi':
      return 'video/x-msvideo'
    case 'mxf':
      return 'application/mxf'
    default:
      return `${kind}/octet-stream`
  }
}
