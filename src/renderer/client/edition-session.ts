import { uuidv7 } from 'uuidv7'
import type { EditionView } from '#contract/editions.ts'
import { mergeText3 } from '#documents/three-way.ts'
import type { EditionField } from '#domain/channels.ts'
import type { Connection } from './connection.ts'
import { failureOf } from './failures.ts'
import type { SaveState } from './save-state.ts'
import { createSaving } from './saving.ts'
import { createWatchedValue, type WatchedValue } from './stores.ts'
import { backoff } from './timing.ts'

/** Typing rests this long before a field is sent. */
const gatherMilliseconds = 250
/** A refused field is offered again this often. */
const retryMilliseconds = 5000

/** A channel's text that is open in this window, with what is typed here and not saved yet. */
export type EditionSession = Readonly<{
  view: WatchedValue<EditionView>
  /** What stands in each field here. */
  texts: WatchedValue<Texts>
  state: WatchedValue<SaveState>
  type(field: EditionField, text: string): void
  /** While an input method composes in a field, nothing from elsewhere is put into it. */
  compose(field: EditionField, composing: boolean): void
  /** The caret left a field: what is saved of it is judged now (SEC1). */
  leave(): void
  /** Takes in what an operation answered, or what was asked anew. */
  take(view: EditionView): void
  flush(): Promise<SaveState>
  hasUnsaved(): boolean
  retry(): void
  close(): Promise<boolean>
}>
type Texts = ReadonlyMap<EditionField, string>

/** Opens an edition. `profile` is who writes here (TRUST6). Rejects like an operation. */
export async function openEditionSession(
  connection: Connection,
  document: string,
  profile: string,
): Promise<EditionSession> {
  const opened = await connection.client.editions.get({ document })
  const view = createWatchedValue(opened)
  const texts = createWatchedValue<Texts>(textsOf(opened))
  /** Per field what the workspace was known to hold: what is typed here is a change of it. */
  const bases = new Map(textsOf(opened))
  const composing = new Set<EditionField>()
  const ended = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending = false

  const hasUnsaved = () => [...texts.get()].some(([field, text]) => bases.get(field) !== text)
  const saving = createSaving(connection, hasUnsaved, ended.signal)

  function type(field: EditionField, text: string): void {
    texts.set(new Map(texts.get()).set(field, text))
    saving.show()
    clearTimeout(timer)
    timer = setTimeout(startSending, gatherMilliseconds)
  }

  function startSending(): void {
    clearTimeout(timer)
    if (!sending) void sendAll()
  }

  async function sendAll(): Promise<void> {
    sending = true
    for (let field = firstUnsaved(); field && !ended.signal.aborted; field = firstUnsaved()) {
      if (!(await deliver(field))) await saving.rest(retryMilliseconds)
    }
    sending = false
    saving.show()
  }

  function firstUnsaved(): EditionField | undefined {
    return [...texts.get()].find(([field, text]) => bases.get(field) !== text)?.[0]
  }

  /** Every try bears one id: when only an answer was lost the words are not written twice. */
  async function deliver(field: EditionField): Promise<boolean> {
    const [before, text] = [bases.get(field) ?? '', texts.get().get(field) ?? '']
    const words = { document, field, before, text, profile, batch: uuidv7() }
    for (let attempt = 0; !ended.signal.aborted; attempt += 1) {
      try {
        const answered = await connection.client.editions.write(words)
        saving.acknowledged(Date.now())
        bases.set(field, text)
        take(answered)
        return true
      } catch (error) {
        const refused = failureOf(error)
        saving.failed(refused)
        if (refused !== undefined) return false
        await saving.rest(backoff(attempt))
      }
    }
    return false
  }

  /** What is typed here and not saved is done to what the workspace tells; an older view than ours is let go. */
  function take(next: EditionView): void {
    if (next.version < view.get().version) return
    view.set(next)
    const shown = new Map(texts.get())
    for (const { field, text } of next.fields) {
      if (composing.has(field)) continue
      const [base, here] = [bases.get(field) ?? '', shown.get(field) ?? '']
      if (base === text) continue
      shown.set(field, here === base ? text : mergeText3(base, here, text))
      bases.set(field, text)
    }
    texts.set(shown)
    saving.show()
  }

  return {
    view,
    texts,
    state: saving.state,
    type,
    compose(field, isComposing) {
      if (isComposing) composing.add(field)
      else if (composing.delete(field)) take(view.get())
    },
    take,
    leave() {
      startSending()
      void saving
        .settled()
        .then(() => connection.client.documents.settle({ document }))
        .catch(() => undefined)
    },
    flush() {
      startSending()
      return saving.settled()
    },
    hasUnsaved,
    retry: saving.retry,
    async close() {
      startSending()
      await saving.settled()
      clearTimeout(timer)
      saving.close()
      ended.abort()
      return !hasUnsaved()
    },
  }
}

function textsOf({ fields }: EditionView): Texts {
  return new Map(fields.map(({ field, text }) => [field, text]))
}
