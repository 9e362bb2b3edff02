/** What a subtitle format cannot hold of another one. */
export const lossKinds = [
  'unread',
  'header',
  'timestampMap',
  'notes',
  'styles',
  'regions',
  'regionCues',
  'positions',
  'coordinates',
  'identifiers',
  'voices',
  'classes',
  'languages',
  'ruby',
  'times',
  'colors',
  'fonts',
  'strikes',
  'codes',
  'blankLines',
  'lookalikes',
] as const
export type LossKind = (typeof lossKinds)[number]

/** How often something was left out or written another way, and the first different names of it. */
export type Loss = Readonly<{ kind: LossKind; count: number; names: readonly string[] }>

export type LossList = Readonly<{ add(kind: LossKind, name: string): void; all(): readonly Loss[] }>

const mostNames = 8
const longestName = 80

export function listLosses(): LossList {
  const found = new Map<LossKind, { count: number; names: Set<string> }>()
  return {
    add: (kind, name) => {
      const entry = found.get(kind) ?? { count: 0, names: new Set<string>() }
      entry.count += 1
      if (entry.names.size < mostNames) entry.names.add(shortened(name))
      found.set(kind, entry)
    },
    all: () =>
      lossKinds.flatMap((kind) => {
        const entry = found.get(kind)
        return entry ? [{ kind, count: entry.count, names: [...entry.names].filter(Boolean) }] : []
      }),
  }
}

/** One line without control characters, which a terminal would obey. */
function shortened(name: string): string {
  const line = name
    .slice(0, longestName * 4)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line.length > longestName ? `${line.slice(0, longestName).replace(/[\ud800-\udbff]$/, '')}…` : line
}
