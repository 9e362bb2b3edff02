type PurgeResult = Readonly<{ backupsCleaned: number; backupsDropped: number }>
type Said = Readonly<{ text: 'block' | 'article' | 'backupsCleaned' | 'backupsDropped'; count: number }>

/** What is said after a purge, as texts of `stamp.purged`; of backups only what there was to do. */
export function purgeSaid(
  scope: 'block' | 'article',
  { backupsCleaned, backupsDropped }: PurgeResult,
): readonly Said[] {
  const backups: readonly Said[] = [
    { text: 'backupsCleaned', count: backupsCleaned },
    { text: 'backupsDropped', count: backupsDropped },
  ]
  return [{ text: scope, count: 1 }, ...backups.filter(({ count }) => count > 0)]
}
