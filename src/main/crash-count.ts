/** Three ends in a minute are no accident: then a person decides. */
const crashWindow = 60_000
const crashLimit = 3

export type CrashCount = Readonly<{
  /** Counts an end of now (milliseconds) and answers whether there were too many of late. */
  isTooOften(now: number): boolean
  /** A person took it in hand: the next end is the first. */
  forget(): void
}>

export function createCrashCount(): CrashCount {
  let crashes: readonly number[] = []
  return {
    isTooOften(now) {
      crashes = [...crashes.filter((at) => at > now - crashWindow), now]
      return crashes.length >= crashLimit
    },
    forget() {
      crashes = []
    },
  }
}
