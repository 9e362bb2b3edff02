import { createWatchedValue } from '../client/stores.ts'

/** Takes files dropped anywhere on the window, or chosen from a dialog. */
export type FileTaker = (files: readonly File[]) => void

const taker = createWatchedValue<FileTaker | null>(null)

/** The writing desk registers its import; answers how to take it back. */
export function takeDroppedFiles(take: FileTaker): () => void {
  taker.set(take)
  return () => {
    if (taker.get() === take) taker.set(null)
  }
}

export function canTakeFiles(): boolean {
  return taker.get() !== null
}

export function giveFiles(files: readonly File[]): void {
  if (files.length > 0) taker.get()?.(files)
}
