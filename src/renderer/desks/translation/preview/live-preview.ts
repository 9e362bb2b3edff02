import type { BlockText } from '#contract/article-text.ts'
import { createWatchedValue, type WatchedValue } from '#renderer/client/stores.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'

/** The article in the target language: its blocks, and the rows without a translation in them. */
export type PreviewText = Readonly<{ blocks: readonly BlockText[]; missing: readonly string[] }>

export type LivePreview = Readonly<{
  shown: WatchedValue<PreviewText | null>
  /** Why it could not be read; null when it could. */
  error: WatchedValue<unknown>
  close(): void
}>

type Options = Readonly<{
  session: Pick<TranslationSession, 'order' | 'rows' | 'elsewhere'>
  /** The blocks of these names as they stand, or the whole. */
  ask: (blocks: readonly string[] | null) => Promise<PreviewText>
  /** Milliseconds that changes are gathered for. */
  rest: number
}>

/** Keeps the article in the target language as it stands: once it is known, only blocks that changed are read again. */
export function createLivePreview({ session, ask, rest }: Options): LivePreview {
  const shown = createWatchedValue<PreviewText | null>(null)
  const error = createWatchedValue<unknown>(null)
  let seen: Standing | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let reading = false
  let closed = false

  async function read(): Promise<void> {
    timer = undefined
    if (reading || closed) return
    const now = standingOf(session)
    const blocks = seen && shown.get() ? blocksChanged(seen, now) : null
    seen = now
    if (blocks?.length === 0) return
    reading = true
    const answer = await ask(blocks).catch((thrown: unknown) => ({ thrown }))
    reading = false
    if (closed) return
    if ('thrown' in answer) {
      // Asked again with the next change, and then for the whole.
      seen = null
      error.set(answer.thrown)
      return
    }
    error.set(null)
    const known = shown.get()
    const next = blocks === null || known === null ? answer : patched(known, blocks, answer, session)
    if (next === null) seen = null
    else shown.set(next)
    if (next === null || changedSince(session, now)) readSoon()
  }
  function readSoon(): void {
    timer ??= setTimeout(read, rest)
  }
  const watched = [session.rows, session.order, session.elsewhere]
  const stops = watched.map((value) => value.subscribe(readSoon))
  void read()
  return {
    shown,
    error,
    close() {
      closed = true
      clearTimeout(timer)
      for (const stop of stops) stop()
    },
  }
}

type Standing = Readonly<{
  order: readonly string[]
  rows: ReturnType<TranslationSession['rows']['get']>
  elsewhere: number
}>

function standingOf({ order, rows, elsewhere }: Options['session']): Standing {
  return { order: order.get(), rows: rows.get(), elsewhere: elsewhere.get() }
}

function changedSince(session: Options['session'], before: Standing): boolean {
  const now = standingOf(session)
  return now.order !== before.order || now.rows !== before.rows || now.elsewhere !== before.elsewhere
}

/** The blocks with rows that are not what they were; null where more than rows changed. */
function blocksChanged(before: Standing, now: Standing): readonly string[] | null {
  if (now.order !== before.order || now.elsewhere !== before.elsewhere) return null
  if (now.rows === before.rows) return []
  const changed = [...now.rows].filter(([id, row]) => before.rows.get(id) !== row)
  return [...new Set(changed.map(([, { block }]) => block))]
}

/** The text with these blocks as they were answered; null when one came that was not there. */
function patched(
  known: PreviewText,
  asked: readonly string[],
  answer: PreviewText,
  { rows }: Pick<TranslationSession, 'rows'>,
): PreviewText | null {
  const places = new Set(known.blocks.map(({ id }) => id))
  if (answer.blocks.some(({ id }) => !places.has(id))) return null
  const now = new Map(answer.blocks.map((block) => [block.id, block]))
  const isAsked = new Set(asked)
  const blocks = known.blocks.flatMap((block) => {
    if (!isAsked.has(block.id)) return [block]
    const fresh = now.get(block.id)
    return fresh ? [fresh] : []
  })
  const others = known.missing.filter((id) => !isAsked.has(rows.get().get(id)?.block ?? ''))
  return { blocks, missing: [...others, ...answer.missing] }
}
