type InTurn = <Value>(work: () => Promise<Value>) => Promise<Value>

/**
 * One piece of work at a time: a repeat that comes while the first try is under way finds what that one made, and
 * no key is made over another.
 */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next
    return next
  }
}
