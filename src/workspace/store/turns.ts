/** Works that shut each other out: one after the other, in the order they asked. */
export type Turns = Readonly<{ take<Value>(work: () => Promise<Value>): Promise<Value> }>

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return {
    take(work) {
      const turn = last.then(work, work)
      last = turn
      return turn
    },
  }
}

/** Waits until `work` settles, but no longer than some milliseconds. */
export async function waitAtMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const { promise: over, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, milliseconds)
  try {
    await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
  }
}
