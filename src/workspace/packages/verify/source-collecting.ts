import { packagePath } from '#domain/package-manifest.ts'
import { type Problem, problem } from './problem.ts'

/** Everything a package holds, in memory, with what was wrong with how it held it. */
export type PackageSource = Readonly<{ files: ReadonlyMap<string, Buffer>; problems: readonly Problem[] }>

/** A package made to fill memory is refused long before it does. */
const limits = { files: 10_000, fileBytes: 100 * 2 ** 20, totalBytes: 600 * 2 ** 20 } as const

/** Takes in a package's files one by one and says no to what cannot be one. */
export type Collector = Readonly<{
  files: Map<string, Buffer>
  problems: Problem[]
  /** False when the file must not be read: its path or size is refused, or it is there already. */
  admit(path: string, bytes: number): boolean
}>

export function createCollector(): Collector {
  const files = new Map<string, Buffer>()
  const problems: Problem[] = []
  const seen = new Set<string>()
  let total = 0
  return {
    files,
    problems,
    admit(path, bytes) {
      const refusal = refuse(path, bytes)
      if (refusal) problems.push(refusal)
      return refusal === undefined
    },
  }

  function refuse(path: string, bytes: number): Problem | undefined {
    if (!packagePath.safeParse(path).success) return problem('pathUnsafe', printable(path))
    // Windows and macOS see one file in two names that differ by case only.
    const key = path.toLowerCase()
    if (seen.has(key)) return problem('entryTwice', path)
    seen.add(key)
    total += bytes
    const tooLarge = bytes > limits.fileBytes || total > limits.totalBytes || seen.size > limits.files
    return tooLarge ? problem('tooLarge', path) : undefined
  }
}

/** A hostile name must not write over the terminal it is printed in. */
function printable(path: string): string {
  return path.replace(/[^\u0020-\u007e]/g, '?').slice(0, 200)
}
