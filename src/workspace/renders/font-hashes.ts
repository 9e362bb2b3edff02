import { stat } from 'node:fs/promises'
import { hashFile } from '../store/durable-files.ts'

/** What typefaces are by their bytes; each file is read once as long as it stays as it is. */
export type FontHashes = Readonly<{ of(path: string): Promise<string> }>

export function createFontHashes(): FontHashes {
  const known = new Map<string, Promise<string>>()
  return {
    async of(path) {
      const { size, mtimeMs } = await stat(path)
      const key = `${path}\n${size}\n${mtimeMs}`
      const kept = known.get(key) ?? hashFile(path).then(({ hash }) => hash)
      known.set(key, kept)
      return kept
    },
  }
}
