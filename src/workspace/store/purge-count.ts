/** Rises with each purge, once the text is gone: what was collected under an earlier count may hold it. */
export type PurgeCount = Readonly<{ now(): number; rise(): void }>

export function createPurgeCount(): PurgeCount {
  let count = 0
  return {
    now: () => count,
    rise() {
      count += 1
    },
  }
}
