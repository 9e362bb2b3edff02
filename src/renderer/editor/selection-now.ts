import { $createRangeSelectionFromDom, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'

/** What acts on the selection without the browser's `beforeinput`, of which Lexical asks the page itself. */
const acting = ['keydown', 'copy', 'cut', 'paste'] as const

/**
 * The browser tells of a moved selection a frame later. A key that comes sooner (three times Shift+←, then
 * Ctrl+K) would act on the selection of before: here the editor hears of it first.
 */
export function registerSelectionNow(editor: LexicalEditor): () => void {
  const hear = () => hearSelection(editor)
  return editor.registerRootListener((root, before) => {
    for (const event of acting) {
      before?.removeEventListener(event, hear, true)
      root?.addEventListener(event, hear, true)
    }
  })
}

/** Has the editor take in the page's selection as it is at this moment. */
export function hearSelection(editor: LexicalEditor): void {
  if (document.activeElement !== editor.getRootElement() || editor.isComposing()) return
  if (editor.read(() => $isBehind(editor))) document.dispatchEvent(new Event('selectionchange'))
}

function $isBehind(editor: LexicalEditor): boolean {
  const known = $getSelection()
  const there = $createRangeSelectionFromDom(window.getSelection(), editor)
  if (!there) return false
  return !$isRangeSelection(known) || !known.anchor.is(there.anchor) || !known.focus.is(there.focus)
}
