/** One measured figure beside its peer or limit, taken in the same run. */
export type Benchmark = Readonly<{
  name: string
  /** What was measured, and of what it is a ratio, for the table. */
  work: string
  peer: string
  /** Milliseconds, unless `unit` says otherwise. */
  value: number
  peerValue: number
  unit?: string
  ratio: number
  goal: number
  /** What a reader of the table should know: what is in the figure and what is not, and what was measured beside it. */
  notes?: readonly string[]
}>

/** The value below which a share of the samples lies (0.5: the median). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export async function measure(repeat: number, work: (index: number) => unknown): Promise<readonly number[]> {
  const samples: number[] = []
  for (let index = 0; index < repeat; index += 1) {
    const started = performance.now()
    await work(index)
    samples.push(performance.now() - started)
  }
  return samples
}
