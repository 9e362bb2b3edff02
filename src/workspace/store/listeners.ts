import { printBug, type ReportBug } from './bugs.ts'

/** Listeners told one after the other. A bug in one stops neither the others nor the caller, and is reported. */
export type Listeners<Argument extends readonly unknown[]> = Readonly<{
  add(listener: (...argument: Argument) => void): () => void
  tell(...argument: Argument): void
}>

export function createListeners<Argument extends readonly unknown[]>(
  report: ReportBug = printBug,
): Listeners<Argument> {
  const listeners = new Set<(...argument: Argument) => void>()
  return {
    add(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(...argument) {
      for (const listener of [...listeners]) {
        try {
          listener(...argument)
        } catch (error) {
          report(error)
        }
      }
    },
  }
}
