type PurgeResult = Readonly<{
  backupsCleaned: number
  backupsDropped: number
  memoryUnits: number
  terms: readonly string[]
}>
type Said = Readonly<{
  text: 'block' | 'article' | 'memoryUnits' | 'backupsCleaned' | 'backupsDropped' | 'terms'
  count: number
  names: string
}>

/** What is said after a purge, as texts of `stamp.purged`; only what there was to do, and what is left to do. */
export function purgeSaid(scope: 'block' | 'article', purged: PurgeResult): readonly Said[] {
  const { memoryUnits, backupsCleaned, backupsDropped, terms } = purged
  const done = [
    { text: 'memoryUnits', count: memoryUnits, names: '' },
    { text: 'backupsCleaned', count: backupsCleaned, names: '' },
    { text: 'backupsDropped', count: backupsDropped, names: '' },
    { text: 'terms', count: terms.length, names: terms.join(', ') },
  ] as const
  return [{ text: scope, count: 1, names: '' }, ...done.filter(({ count }) => count > 0)]
}
