import type { Failure } from '#contract/failures.ts'
import type { RowsEvent, TargetView, TranslationRow, TranslationSummary } from '#contract/translations.ts'
import type { DocumentId } from '#domain/document-id.ts'
import type { CodedText } from '#domain/segments/coded-text.ts'
import type { Connection } from './connection.ts'
import { follow } from './following.ts'
import type { SaveState } from './save-state.ts'
import { createWatchedValue, type WatchedValue } from './stores.ts'
import { createTargetOutbox, type TypedTarget } from './target-outbox.ts'

type Rows = ReadonlyMap<string, TranslationRow>

/** A translation that is open in this window: its rows as they stand, with what is typed here and not saved yet. */
export type TranslationSession = Readonly<{
  document: DocumentId
  summary: WatchedValue<TranslationSummary>
  /** The ids of the rows in the order of the text. */
  order: WatchedValue<readonly string[]>
  rows: WatchedValue<Rows>
  orphans: WatchedValue<readonly TargetView[]>
  /** How often something changed beside the rows: a picture or a date of the source, a submission. */
  elsewhere: WatchedValue<number>
  state: WatchedValue<SaveState>
  unfollowed: WatchedValue<Failure | null>
  /** `before` is what the writer started from: what others wrote meanwhile is kept. */
  write(row: string, before: CodedText, target: CodedText): void
  /** Writes, and confirms exactly these words. */
  confirm(row: string, before: CodedText, target: CodedText): void
  /** Confirmed here, and the workspace has not answered yet. */
  isConfirming(row: string): boolean
  /** Takes in a row that an operation answered. */
  take(row: TranslationRow): void
  flush(): Promise<SaveState>
  hasUnsaved(): boolean
  retry(): void
  close(): Promise<boolean>
}>

/** Opens a translation and follows it. `profile` is who writes here (TRUST6). Rejects like an operation. */
export async function openTranslationSession(
  connection: Connection,
  document: DocumentId,
  profile: string,
): Promise<TranslationSession> {
  const { translations } = connection.client
  const opened = await translations.rows({ document })
  const summary = createWatchedValue(opened.summary)
  const order = createWatchedValue<readonly string[]>(opened.rows.map(({ row }) => row))
  const rows = createWatchedValue<Rows>(new Map(opened.rows.map((row) => [row.row, row])))
  const orphans = createWatchedValue<readonly TargetView[]>(opened.orphans)
  const elsewhere = createWatchedValue(0)
  const unfollowed = createWatchedValue<Failure | null>(null)
  const ended = new AbortController()
  const outbox = createTargetOutbox({ connection, document, profile, answered: (row) => take([row]) })
  let version = opened.version

  /** What is typed here and not on disk yet stands over what the workspace tells. */
  function take(changed: readonly TranslationRow[]): void {
    if (changed.length === 0) return
    const next = new Map(rows.get())
    for (const row of changed) {
      const typed = outbox.waitingFor(row.row)
      next.set(row.row, typed ? withTyped(row, typed.target) : row)
    }
    rows.set(next)
  }

  function receive(event: RowsEvent): undefined {
    version = event.version
    take(event.changed)
    if (event.order !== null) {
      const known = new Set(event.order)
      rows.set(new Map([...rows.get()].filter(([id]) => known.has(id))))
      order.set(event.order)
    } else if (event.changed.length === 0) elsewhere.set(elsewhere.get() + 1)
    orphans.set(event.orphans)
    summary.set(event.summary)
    return undefined
  }

  function send(typed: Omit<TypedTarget, 'source'>): void {
    const { row, target } = typed
    const known = rows.get().get(row)
    outbox.add({ ...typed, source: known?.source ?? [] })
    if (known) rows.set(new Map(rows.get()).set(row, withTyped(known, target)))
  }

  void follow<RowsEvent>({
    connection,
    signal: ended.signal,
    open: (signal) => translations.follow({ document, after: version }, { signal }),
    receive,
    refused: (failure) => unfollowed.set(failure),
  })

  return {
    document,
    summary,
    order,
    rows,
    orphans,
    elsewhere,
    state: outbox.state,
    unfollowed,
    write: (row, before, target) => send({ row, before, target, confirms: false }),
    confirm: (row, before, target) => send({ row, before, target, confirms: true }),
    isConfirming: (row) => outbox.waitingFor(row)?.confirms ?? false,
    take: (row) => take([row]),
    flush: outbox.flush,
    hasUnsaved: outbox.hasUnsaved,
    retry: outbox.retry,
    async close() {
      await outbox.flush()
      ended.abort()
      outbox.close()
      return !outbox.hasUnsaved()
    },
  }
}

function withTyped(row: TranslationRow, target: CodedText): TranslationRow {
  return { ...row, target: [...target], state: target.length === 0 ? 'empty' : 'draft' }
}
