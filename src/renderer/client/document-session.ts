import * as Y from 'yjs'
import type { DocumentEvent } from '#contract/documents.ts'
import type { Failure } from '#contract/failures.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { fromBase64 } from './base64.ts'
import type { Connection } from './connection.ts'
import { follow } from './following.ts'
import { createOutbox } from './outbox.ts'
import type { SaveState } from './save-state.ts'
import { createSettling } from './settling.ts'
import { createWatchedValue, type WatchedValue } from './stores.ts'

export type DocumentSession = Readonly<{
  document: DocumentId
  /** The copy to edit. It changes only when the document was replaced as a whole (a purge): bind the new one. */
  doc: WatchedValue<Y.Doc>
  /** True when the document needs a newer Trạm Tin: show it, edit nothing. */
  readOnly: boolean
  state: WatchedValue<SaveState>
  /** Set when the document can no longer be followed: others' edits do not arrive. */
  unfollowed: WatchedValue<Failure | null>
  /** The editor says which block the caret is in: typed text is judged when it leaves (SEC1). */
  caretIn(block: string | null): void
  /** Saves now. Answers `saved` only when everything typed is on disk (SAFE1). */
  flush(): Promise<SaveState>
  hasUnsaved(): boolean
  /** Offers refused updates again now: after signing in, or when the disk has room. */
  retry(): void
  /** Saves what it can and ends. Answers whether everything was saved; otherwise what was typed here is gone. */
  close(): Promise<boolean>
}>

/** The origin of what was typed into a copy that has just been replaced. */
const lateOrigin = Symbol('late')
/** The origin of what came from the workspace: the editor's undo leaves it alone. */
const remoteOrigin = Symbol('remote')

/**
 * Opens a document and keeps it and the workspace's copy the same. `profile` is who types here: while another person
 * is signed in, what is unsaved waits (TRUST6). Rejects like an operation.
 */
export async function openDocumentSession(
  connection: Connection,
  document: DocumentId,
  profile: string,
): Promise<DocumentSession> {
  const operations = connection.client.documents
  const opened = await operations.open({ document })
  const name = crypto.randomUUID()
  const ended = new AbortController()
  const doc = createWatchedValue(docFrom(opened.update))
  const unfollowed = createWatchedValue<Failure | null>(null)
  const outbox = createOutbox({ connection, document, client: name, profile, lacking })
  const settling = createSettling({
    beforehand: async () => (await outbox.flush()).kind === 'saved',
    settle: async () => void (await operations.settle({ document })),
  })
  let seq = opened.seq

  function sendLocal(update: Uint8Array, origin: unknown): void {
    if (origin === remoteOrigin) return
    outbox.add(update)
    settling.typed()
  }

  function takeIn(event: Extract<DocumentEvent, { kind: 'updates' }>): void {
    seq = event.seq
    // Our own are not left out: after a replacement one may have been acknowledged that the new copy does not hold.
    const current = doc.get()
    for (const update of event.updates) Y.applyUpdate(current, fromBase64(update), remoteOrigin)
  }

  async function lacking(): Promise<Uint8Array> {
    const state = await operations.open({ document })
    return Y.encodeStateAsUpdate(doc.get(), Y.encodeStateVectorFromUpdate(fromBase64(state.update)))
  }

  /** Takes the workspace's copy in place of ours, with what is still on its way there. */
  async function openAgain(): Promise<void> {
    const state = await operations.open({ document })
    const former = doc.get()
    const next = docFrom(state.update)
    carryOver(former, next, outbox.unsent(), remoteOrigin)
    former.off('update', sendLocal)
    // The editor is bound to the former copy for a moment more.
    former.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== remoteOrigin) carryOver(former, doc.get(), [update], lateOrigin)
    })
    next.on('update', sendLocal)
    seq = state.seq
    doc.set(next)
  }

  doc.get().on('update', sendLocal)
  let replaced = false
  void follow({
    connection,
    signal: ended.signal,
    async open(signal) {
      if (replaced) await openAgain()
      replaced = false
      return operations.follow({ document, after: seq }, { signal })
    },
    receive(event) {
      // What cannot be taken in is in the workspace's copy all the same: that is opened anew.
      replaced = true
      if (event.kind === 'replaced') return 'reopen'
      takeIn(event)
      replaced = false
      return undefined
    },
    refused: (failure) => unfollowed.set(failure),
  })

  async function close(): Promise<boolean> {
    const { kind } = await outbox.flush()
    settling.close()
    ended.abort()
    doc.get().off('update', sendLocal)
    outbox.close()
    if (kind === 'saved') await operations.close({ document }).catch(() => undefined)
    return !outbox.hasUnsaved()
  }

  return {
    document,
    doc,
    readOnly: opened.readOnly,
    state: outbox.state,
    unfollowed,
    caretIn(block) {
      outbox.caretIn(block)
      settling.caretIn(block)
    },
    flush: outbox.flush,
    hasUnsaved: outbox.hasUnsaved,
    retry: outbox.retry,
    close,
  }
}

/** Brings what was typed in a former copy into the present one, with all it builds on that is missing there. */
function carryOver(former: Y.Doc, present: Y.Doc, typed: readonly Uint8Array[], origin: symbol): void {
  for (const update of typed) Y.applyUpdate(present, update, origin)
  const { pendingStructs, pendingDs } = present.store
  if (pendingStructs === null && pendingDs === null) return
  Y.applyUpdate(present, Y.encodeStateAsUpdate(former, Y.encodeStateVector(present)), origin)
}

function docFrom(update: string): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, fromBase64(update), remoteOrigin)
  return doc
}
