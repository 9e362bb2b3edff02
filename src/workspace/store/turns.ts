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
