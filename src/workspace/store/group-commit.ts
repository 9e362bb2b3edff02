import type { WriteHandle } from './database.ts'
import { diskFault } from './faults.ts'

/** A write that waits for the next commit. Exactly one of `committed` and `refused` is called, synchronously. */
export type GroupedWork<Value> = Readonly<{
  /** What the work builds on, if anything: after one refusal the later works of the same chain are refused too. */
  chain?: string
  work(db: WriteHandle): Value
  committed(value: Value): void
  refused(error: unknown): void
}>

type Outcome = Readonly<{ settle(): void }>
type Member = Readonly<{
  /** Undone for itself when it throws: the others stay. */
  run(db: WriteHandle, broken: Broken): Outcome
  /** For a group of one, which is undone as a whole: no savepoint to copy the pages for. */
  runAlone(db: WriteHandle): Outcome
  refused(error: unknown): void
}>
/** Chains in which a work of this group was refused, and why. */
type Broken = Map<string, unknown>

export type GroupCommit = Readonly<{
  join<Value>(grouped: GroupedWork<Value>): void
  /** Commits what waits, now. */
  flush(): void
  close(): void
}>

/** One commit may wait this long for others to join it. */
const longestWait = 80
const shortestWait = 20

/**
 * Gathers writes into one transaction: one fdatasync for many. The first write after a quiet time is committed
 * at once; under load, or on a slow disk, commits stand apart so that typing never queues behind the disk.
 */
export function createGroupCommit(
  db: WriteHandle,
  transact: (work: () => readonly Outcome[]) => readonly Outcome[],
  done: () => void,
): GroupCommit {
  let waiting: Member[] = []
  let timer: NodeJS.Timeout | NodeJS.Immediate | undefined
  let quietAfter = 0

  function schedule(): void {
    const wait = quietAfter - performance.now()
    timer = wait <= 0 ? setImmediate(flush) : setTimeout(flush, Math.min(wait, longestWait))
  }

  function flush(): void {
    const members = waiting
    waiting = []
    clear(timer)
    timer = undefined
    if (members.length === 0) return
    const started = performance.now()
    const settled = commit(members)
    const cost = performance.now() - started
    quietAfter = performance.now() + Math.min(Math.max(4 * cost, shortestWait), longestWait)
    if (settled) done()
  }

  function commit(members: readonly Member[]): boolean {
    let outcomes: readonly Outcome[]
    const broken: Broken = new Map()
    try {
      const [first, ...others] = members
      outcomes = transact(() =>
        first && others.length === 0 ? [first.runAlone(db)] : members.map((member) => member.run(db, broken)),
      )
    } catch (error) {
      for (const member of members) member.refused(error)
      return false
    }
    for (const outcome of outcomes) outcome.settle()
    return true
  }

  return {
    join(grouped) {
      waiting.push(memberOf(grouped))
      if (timer === undefined) schedule()
    },
    flush,
    close: flush,
  }
}

/**
 * One work that throws is undone, with those that build on it; a fault of the disk, or a transaction that SQLite
 * ended, fails the group.
 */
function memberOf<Value>(grouped: GroupedWork<Value>): Member {
  const { chain } = grouped
  return {
    refused: grouped.refused,
    runAlone(db) {
      const value = grouped.work(db)
      // as `db.transaction` does
      if (value instanceof Promise) throw new TypeError('A transaction cannot return a promise')
      return { settle: () => grouped.committed(value) }
    },
    run(db, broken) {
      if (chain !== undefined && broken.has(chain)) {
        const cause = broken.get(chain)
        return { settle: () => grouped.refused(cause) }
      }
      try {
        const value = db.transaction(() => grouped.work(db))()
        return { settle: () => grouped.committed(value) }
      } catch (error) {
        if (!db.inTransaction || diskFault(error, '') !== undefined) throw error
        if (chain !== undefined) broken.set(chain, error)
        return { settle: () => grouped.refused(error) }
      }
    },
  }
}

function clear(timer: NodeJS.Timeout | NodeJS.Immediate | undefined): void {
  clearTimeout(timer as NodeJS.Timeout | undefined)
  clearImmediate(timer as NodeJS.Immediate | undefined)
}
