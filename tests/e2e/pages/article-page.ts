import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { BlockKind, Marks, Run } from '#domain/blocks.ts'

/** A block as a reader of the page sees it. */
export type ShownBlock = Readonly<{ kind: BlockKind; runs: readonly Run[] }>

export const patience = { timeout: 30_000, interval: 20 }

/** The text of the open article: what stands on the page, and where the caret is. */
export function articlePage(page: Page) {
  const text = page.getByRole('textbox', { name: 'Trang viết' })

  /** Every block on the page with its text and what is bold, italic, underlined or a link in it. */
  function shown(): Promise<readonly ShownBlock[]> {
    return text.evaluate(readPage)
  }

  async function shows(expected: readonly ShownBlock[]): Promise<void> {
    await expect.poll(shown, patience).toEqual(expected)
  }

  /** Selects in the n-th block, counted from 0, from one place of its text to another. */
  async function select(from: Place, to: Place = from): Promise<void> {
    await text.evaluate(selectOnPage, [from, to])
  }

  return { text, shown, shows, select }
}

export type Place = readonly [block: number, offset: number]

function readPage(root: Element): readonly ShownBlock[] {
  return [...root.querySelectorAll<HTMLElement>(':scope > [data-kind]')].map((block) => {
    const holder = block.querySelector(':scope > figcaption') ?? block
    const runs: { text: string; marks: Marks }[] = []
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const link = node.parentElement?.closest('a')?.getAttribute('href')
      const marks: Marks = {
        ...(node.parentElement?.closest('.ed-bold') && { bold: true }),
        ...(node.parentElement?.closest('.ed-italic') && { italic: true }),
        ...(node.parentElement?.closest('.ed-underline') && { underline: true }),
        ...(link && { link }),
      }
      const last = runs.at(-1)
      const value = node.nodeValue ?? ''
      if (last && JSON.stringify(last.marks) === JSON.stringify(marks)) last.text += value
      else if (value !== '') runs.push({ text: value, marks })
    }
    return { kind: block.dataset['kind'] as BlockKind, runs }
  })
}

function selectOnPage(root: Element, places: readonly Place[]): Promise<void> {
  const isRange = places[0]?.join() !== places[1]?.join()
  const [start, end] = places.map(([index, offset], which) => {
    // As a double click does, a selection begins inside the text it selects.
    const isBefore = isRange && which === 0
    const block = root.querySelectorAll(':scope > [data-kind]')[index]
    const holder = block?.querySelector(':scope > figcaption') ?? block
    if (!holder) throw new Error(`No block ${index}`)
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT)
    let rest = offset
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node.nodeValue ?? ''
      if (isBefore ? rest < length : rest <= length) return [node, rest] as const
      rest -= length
    }
    return [holder, 0] as const
  })
  if (!start || !end) throw new Error('Nothing to select')
  if (root instanceof HTMLElement) root.focus()
  const selection = getSelection()
  const isThere =
    selection?.anchorNode === start[0] &&
    selection.anchorOffset === start[1] &&
    selection.focusNode === end[0] &&
    selection.focusOffset === end[1]
  if (isThere) return Promise.resolve()
  // The editor hears of it a moment later; a person is never faster than that.
  const heard = new Promise<void>((resolve) => {
    document.addEventListener('selectionchange', () => resolve(), { once: true })
  })
  selection?.setBaseAndExtent(start[0], start[1], end[0], end[1])
  return heard
}
