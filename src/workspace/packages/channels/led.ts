import type { ChannelFile, ChannelText } from './channel-file.ts'
import { fieldFiles } from './posts.ts'

/** The words of an LED screen's slides, and the line for boards that take only text. */
export function ledFiles(texts: readonly ChannelText[]): readonly ChannelFile[] {
  return texts.flatMap((text) => fieldFiles(text, { slides: 'slides.txt', running: 'running.txt' }))
}
