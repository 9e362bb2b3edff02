/** A value that is watched: the shape React's `useSyncExternalStore` wants, without React. */
export type WatchedValue<Value> = Readonly<{
  get(): Value
  subscribe(listener: () => void): () => void
}>

export function createWatchedValue<Value>(first: Value) {
  let current = first
  const listeners = new Set<() => void>()

  function set(next: Value): void {
    if (Object.is(next, current)) return
    current = next
    for (const listener of [...listeners]) listener()
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return { get: () => current, set, subscribe }
}

/** Settles when the value is as wanted, or rejects with the signal's reason. */
export function untilValue<Value, Wanted extends Value>(
  value: WatchedValue<Value>,
  isWanted: (current: Value) => current is Wanted,
  signal?: AbortSignal,
): Promise<Wanted> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      const current = value.get()
      if (!isWanted(current) && signal?.aborted !== true) return false
      stop()
      signal?.removeEventListener('abort', settle)
      if (isWanted(current)) resolve(current)
      else reject(signal?.reason)
      return true
    }
    const stop = value.subscribe(settle)
    if (!settle()) signal?.addEventListener('abort', settle)
  })
}
