/** Listeners told one after the other. A bug in one stops neither the others nor the caller, and is not hidden. */
export type Listeners<Argument extends readonly unknown[]> = Readonly<{
  add(listener: (...argument: Argument) => void): () => void
  tell(...argument: Argument): void
}>

export function createListeners<Argument extends readonly unknown[]>(): Listeners<Argument> {
  const listeners = new Set<(...argument: Argument) => void>()
  return {
    add(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(...argument) {
      for (const listener of listeners) callApart(() => listener(...argument))
    },
  }
}

function callApart(call: () => void): void {
  try {
    call()
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
