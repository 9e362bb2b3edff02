import { createWatchedValue } from '../client/stores.ts'
import { takeBundleFiles } from './bundles/bundle-task.ts'
import { takeClipFiles } from './clip-files.ts'
import { takeLanguageFiles } from './language-files.ts'
import { goToDesk } from './navigation.ts'

/** Takes files dropped anywhere on the window, or chosen from a dialog. */
export type FileTaker = (files: readonly File[]) => void

const taker = createWatchedValue<FileTaker | null>(null)
const waiting = createWatchedValue<readonly File[]>([])

/** The writing desk registers its import; answers how to take it back. Files that came before it are given now. */
export function takeDroppedFiles(take: FileTaker): () => void {
  taker.set(take)
  const files = waiting.get()
  waiting.set([])
  if (files.length > 0) take(files)
  return () => {
    if (taker.get() === take) taker.set(null)
  }
}

/**
 * Opens bundles, brings memories and glossaries to the terms' desk, clips and subtitles to theirs, and imports all other
 * files; from another desk the writing desk is opened for the import.
 */
export function giveFiles(dropped: readonly File[]): void {
  const files = takeClipFiles(takeLanguageFiles(takeBundleFiles(dropped)))
  if (files.length === 0) return
  const take = taker.get()
  if (take) {
    take(files)
    return
  }
  waiting.set(files)
  goToDesk('writing')
}
