import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { base64, documentId, instant, operation } from './base.ts'

export const documentState = z.object({
  document: documentId,
  /** One Yjs update (v1) holding the whole document. */
  update: base64,
  /** Log position the state reflects; ask `follow` for what comes after it. */
  seq: z.number(),
  /** True when the document needs a newer Trạm Tin: it can be read and takes no appends. */
  readOnly: z.boolean(),
})

export const documentEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('updates'), seq: z.number(), updates: z.array(base64), client: z.string() }),
  /** The document was replaced as a whole (a purge): drop the copy in memory and open it again. */
  z.object({ kind: z.literal('replaced'), seq: z.number() }),
])
export type DocumentEvent = z.infer<typeof documentEvent>

export const documents = {
  open: operation.input(z.object({ document: documentId })).output(documentState),
  /**
   * Appends Yjs updates (v1) in order. Answers only when they are on disk (SAFE1). `batch` makes a repeat
   * harmless; `client` names the sender.
   */
  append: operation
    .input(
      z.object({
        document: documentId,
        client: z.string().min(1).max(64),
        batch: z.string().min(1).max(64),
        updates: z.array(base64).min(1).max(1000),
        /**
         * Who typed it: refused while another person is signed in, so that nobody's text is recorded as another's
         * (TRUST6). Null: whoever is signed in.
         */
        profile: z.string().nullable().default(null),
        /** The block the caret is in, still being typed: judged for stamps when the caret leaves it (SEC1). */
        typingIn: z.string().nullable().default(null),
      }),
    )
    .output(z.object({ seq: z.number(), savedAt: instant })),
  /** What others append, from `after` on; resumes by log position. */
  follow: operation
    .input(z.object({ document: documentId, after: z.number() }))
    .output(eventIterator(documentEvent)),
  /** The other windows that have the document open now: who is signed in there, and the block they type in. */
  present: operation.input(z.object({ document: documentId })).output(
    z.array(
      z.object({
        person: z.object({ id: z.string(), name: z.string() }),
        /** The asking person in another window. */
        self: z.boolean(),
        typingIn: z.string().nullable(),
      }),
    ),
  ),
  /** The caret left a block, or rested: judge what is not judged yet (SEC1). */
  settle: operation.input(z.object({ document: documentId })).output(z.object({})),
  /** No client edits it any more: it may be compacted. */
  close: operation.input(z.object({ document: documentId })).output(z.object({})),
}
