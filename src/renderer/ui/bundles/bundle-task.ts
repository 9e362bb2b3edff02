import type { GrantView } from '#contract/files.ts'
import { createWatchedValue } from '../../client/stores.ts'

/** A file that was dropped or chosen here, or one that the shell let in. */
export type BundleFile = File | GrantView

export type SentStory = Readonly<{ id: string; title: string }>

/** What a person is doing with a file of stories or people: one dialog at a time, whatever desk is open. */
export type BundleTask =
  | Readonly<{ kind: 'open'; files: readonly BundleFile[] }>
  | Readonly<{ kind: 'send'; stories: readonly SentStory[] }>
  | Readonly<{ kind: 'sendSince' }>
  | Readonly<{ kind: 'admit'; file: File | null }>

export const bundleTask = createWatchedValue<BundleTask | null>(null)

export function sendStories(stories: readonly SentStory[]): void {
  bundleTask.set({ kind: 'send', stories })
}

/** Takes the files that are bundles or requests to join, and answers the others. */
export function takeBundleFiles(files: readonly File[]): readonly File[] {
  const bundles = files.filter(({ name }) => /\.tramtin$/i.test(name))
  const requests = files.filter(({ name }) => /-xin-vao( ?\(\d+\))?\.txt$/i.test(name))
  const [request = null] = requests
  if (bundles.length > 0) bundleTask.set({ kind: 'open', files: bundles })
  else if (request) bundleTask.set({ kind: 'admit', file: request })
  return files.filter((file) => !bundles.includes(file) && !requests.includes(file))
}
