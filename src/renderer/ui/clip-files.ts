import { createWatchedValue } from '../client/stores.ts'
import { goToDesk } from './navigation.ts'

/** Media and subtitle files that were dropped or chosen, and wait for the video desk. */
export type ClipFiles = Readonly<{ clips: readonly File[]; subtitles: File | null }>

export const clipFiles = createWatchedValue<ClipFiles | null>(null)

export const mediaEndings =
  '.mp4,.mov,.m4v,.mkv,.webm,.avi,.mts,.m2ts,.mxf,.mp3,.m4a,.aac,.amr,.wav,.ogg,.flac'
export const subtitleEndings = '.srt,.vtt'

/** Takes the files that are media or subtitles, and answers the others. What a file is, its bytes say later. */
export function takeClipFiles(files: readonly File[]): readonly File[] {
  const clips = files.filter(({ name }) => endsWith(name, mediaEndings))
  const subtitles = files.find(({ name }) => endsWith(name, subtitleEndings)) ?? null
  if (clips.length > 0 || subtitles) {
    clipFiles.set({ clips, subtitles })
    goToDesk('video')
  }
  return files.filter((file) => !clips.includes(file) && file !== subtitles)
}

function endsWith(name: string, endings: string): boolean {
  const [ending = ''] = /\.[^.]+$/.exec(name.toLowerCase()) ?? []
  return ending !== '' && endings.split(',').includes(ending)
}
