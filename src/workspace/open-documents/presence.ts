import type { DocumentId } from '#domain/document-id.ts'
import type { ClientContext } from '../binding/clients.ts'
import type { EventService } from '../services.ts'

/** A window that has a document open, and the block its person types in. */
export type Present = Readonly<{ context: ClientContext; typingIn: string | null }>

/** Who has which document open now. Nothing of it is kept: it ends with the windows. */
export type Presence = Readonly<{
  /** A window follows the document from now on; answers how it leaves. */
  enter(document: DocumentId, context: ClientContext): () => void
  typing(document: DocumentId, client: string, block: string | null): void
  /** The other windows, in the order they came. */
  besides(document: DocumentId, client: string): readonly Present[]
}>

export function createPresence({ emit }: Pick<EventService, 'emit'>): Presence {
  const here = new Map<
    DocumentId,
    Map<string, { context: ClientContext; times: number; typingIn: string | null }>
  >()

  function enter(document: DocumentId, context: ClientContext): () => void {
    const windows = here.get(document) ?? new Map()
    const window = windows.get(context.client) ?? { context, times: 0, typingIn: null }
    window.times += 1
    here.set(document, windows.set(context.client, window))
    emit({ kind: 'presence', document })
    return () => {
      // A window that lost its line may be back before the old line is seen to be dead.
      window.times -= 1
      if (window.times > 0) return
      windows.delete(context.client)
      if (windows.size === 0) here.delete(document)
      emit({ kind: 'presence', document })
    }
  }

  function typing(document: DocumentId, client: string, block: string | null): void {
    const window = here.get(document)?.get(client)
    if (!window || window.typingIn === block) return
    window.typingIn = block
    emit({ kind: 'presence', document })
  }

  function besides(document: DocumentId, client: string): readonly Present[] {
    const windows = [...(here.get(document)?.values() ?? [])]
    return windows.filter(({ context }) => context.client !== client && context.profile !== null)
  }

  return { enter, typing, besides }
}
