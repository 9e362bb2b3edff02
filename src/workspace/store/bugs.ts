import { inspect } from 'node:util'

/** Told of a bug of ours that no answer can carry, so that its cause is not lost. It must not throw. */
export type ReportBug = (error: unknown) => void

/** Where nobody else wants to be told. */
export function printBug(error: unknown): void {
  process.stderr.write(`${inspect(error)}\n`)
}
