/** The largest file that FAT32 holds, in bytes. */
export const largestStickFile = 2 ** 32 - 1
const deepest = 8
const longestName = 64

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * Relative paths as players of boards and loudspeakers read them from a FAT32 stick: ASCII without marks, no reserved
 * name, at most eight levels (deeper ones are joined), no two that differ only by case. In the order given.
 */
export function stickPaths(paths: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    paths.map((path) => {
      const name = freeName(asciiPath(path), taken)
      taken.add(name.toLowerCase())
      return [path, name]
    }),
  )
}

/** One part of a path: ASCII letters, digits, points, hyphens and underscores. */
export function stickName(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
  const safe = reserved.test(ascii) ? `_${ascii}` : ascii
  if (safe.length <= longestName) return safe === '' ? 'file' : safe
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(safe)?.[0] ?? ''
  return safe.slice(0, longestName - ending.length) + ending
}

function asciiPath(path: string): string {
  const parts = path
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map(stickName)
  if (parts.length <= deepest) return parts.join('/')
  return [...parts.slice(0, deepest - 1), stickName(parts.slice(deepest - 1).join('-'))].join('/')
}

function freeName(path: string, taken: ReadonlySet<string>): string {
  for (let at = 1; ; at += 1) {
    const candidate = at === 1 ? path : path.replace(/(\.[A-Za-z0-9]{1,8})?$/, `-${at}$1`)
    if (!taken.has(candidate.toLowerCase())) return candidate
  }
}
