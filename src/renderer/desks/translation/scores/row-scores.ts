import { createWatchedValue, type WatchedValue } from '#renderer/client/stores.ts'
import { pause } from '#renderer/client/timing.ts'

export type RowScores = Readonly<{
  /** Whole percent, by row. */
  known: WatchedValue<ReadonlyMap<string, number>>
  /** The rows in view: those nobody asked for yet are asked for, one after another. */
  want(rows: readonly string[]): void
  /** The memory changed: what is in view is asked for anew. */
  forget(): void
  close(): void
}>

type Options = Readonly<{
  /** The best score the memory has for a row; null for none, and for a row that needs no help. */
  ask: (row: string) => Promise<number | null>
  /** Milliseconds between two questions: whoever types or takes the row in hand comes first. */
  breath: number
}>

/** How well the memory knows the rows in view. */
export function createRowScores({ ask, breath }: Options): RowScores {
  const known = createWatchedValue<ReadonlyMap<string, number>>(new Map())
  const stopped = new AbortController()
  let asked = new Set<string>()
  let wanted: readonly string[] = []
  let running = false

  async function run(): Promise<void> {
    if (running) return
    running = true
    for (let next = open(); next !== undefined; next = open()) {
      const round = asked
      round.add(next)
      const score = await ask(next).catch(() => null)
      if (stopped.signal.aborted) return
      if (round === asked) take(next, score)
      await pause(breath, stopped.signal)
      if (stopped.signal.aborted) return
    }
    running = false
  }

  function open(): string | undefined {
    return wanted.find((row) => !asked.has(row))
  }

  function take(row: string, score: number | null): void {
    if ((known.get().get(row) ?? null) === score) return
    const next = new Map(known.get())
    if (score === null) next.delete(row)
    else next.set(row, score)
    known.set(next)
  }

  return {
    known,
    want(rows) {
      wanted = rows
      void run()
    },
    forget() {
      asked = new Set()
      void run()
    },
    close: () => stopped.abort(),
  }
}
