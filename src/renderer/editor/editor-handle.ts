/** What the desk may ask of the open editor. */
export type EditorHandle = Readonly<{
  /** Puts the caret into a block, by its id in the document, and shows it. */
  jumpTo(block: string): void
  /** Runs a change of the document as one step of this person's undo. */
  edit(change: () => void): void
}>
