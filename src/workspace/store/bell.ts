/** Wakes the one who waits. A ring that comes while nobody waits is kept. */
export type Bell = Readonly<{ ring(): void; rung(): Promise<void> }>

/** Aborting rings it too. */
export function createBell(signal?: AbortSignal): Bell {
  let rang = false
  let wake = (): void => {}
  const ring = (): void => {
    rang = true
    wake()
  }
  signal?.addEventListener('abort', ring, { once: true })
  return {
    ring,
    rung: () =>
      new Promise((resolve) => {
        wake = () => {
          rang = false
          resolve()
        }
        if (rang) wake()
      }),
  }
}
