import path from 'node:path'
import { app } from 'electron'

/** Bundles that a person opened in the system: a double click, a drop on the icon. */
export type OpenedFiles = Readonly<{
  /** Hands over what was opened until now and from now on. */
  handTo(take: (path: string) => void): void
}>

/** Listens from the very start: macOS tells of files before the app is ready, the others in the command line. */
export function takeOpenedFiles(): OpenedFiles {
  const waiting = bundlesIn(process.argv, process.cwd())
  let taker: ((path: string) => void) | undefined

  function take(found: string): void {
    if (taker) taker(found)
    else waiting.push(found)
  }

  app.on('second-instance', (_, words, folder) => {
    for (const found of bundlesIn(words, folder)) take(found)
  })
  app.on('open-file', (event, found) => {
    event.preventDefault()
    take(found)
  })
  return {
    handTo(next) {
      taker = next
      for (const found of waiting.splice(0)) next(found)
    },
  }
}

function bundlesIn(words: readonly string[] | undefined, folder: string | undefined): string[] {
  const named = (words ?? []).filter((word) => /\.tramtin$/i.test(word) && !word.startsWith('-'))
  return named.map((word) => path.resolve(folder ?? '.', word))
}
