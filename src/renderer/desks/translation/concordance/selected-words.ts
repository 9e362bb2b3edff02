const longest = 300

/** The words that are selected in the row in hand, and the side they are of; '' when none are. */
export function selectedInRow(): Readonly<{ words: string; side: 'source' | 'target' | null }> {
  const selection = window.getSelection()
  const words = selection?.toString().replaceAll('\u200b', '').replaceAll(/\s+/g, ' ').trim() ?? ''
  if (words === '' || words.length > longest) return { words: '', side: null }
  const place = elementOf(selection?.anchorNode ?? null)?.closest('[data-side]')
  const side = place instanceof HTMLElement ? place.dataset['side'] : undefined
  if (side === 'source' || side === 'target') return { words, side }
  return { words: '', side: null }
}

/** A part of a found translation that is selected: then that part is meant. */
export function selectedTarget(): string {
  const selection = window.getSelection()
  const place = elementOf(selection?.anchorNode ?? null)?.closest('[data-concordance-target]')
  return place ? (selection?.toString().trim() ?? '') : ''
}

function elementOf(node: Node | null): Element | null {
  return node instanceof Element ? node : (node?.parentElement ?? null)
}
