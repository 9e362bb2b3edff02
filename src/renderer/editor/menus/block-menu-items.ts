import type { BlockKind } from '#domain/blocks.ts'
import { foldText } from '#domain/folding.ts'

/** Kinds the block menu offers, in the order of use. */
export const menuKinds = [
  'paragraph',
  'heading',
  'quote',
  'bullet',
  'number',
  'figure',
  'clip',
  'divider',
  'lead',
  'title',
] as const satisfies readonly BlockKind[]
export type MenuKind = (typeof menuKinds)[number]

export type MenuItem = Readonly<{ kind: MenuKind; label: string; keywords: string }>

function words(text: string): string {
  return foldText(text).replace(/\s+/gu, ' ').trim()
}

/**
 * The items that a person may mean by what was typed behind the slash; case, diacritics and spaces do not
 * matter ("gach", "trichdan"). Items whose name begins so come first.
 */
export function filterMenu(items: readonly MenuItem[], typed: string): readonly MenuItem[] {
  const wanted = words(typed).replaceAll(' ', '')
  if (wanted === '') return items
  const rank = (item: MenuItem): number => {
    const label = words(item.label).replaceAll(' ', '')
    if (label.startsWith(wanted)) return 0
    if (
      words(item.keywords)
        .split(' ')
        .some((word) => word.startsWith(wanted))
    )
      return 1
    return label.includes(wanted) ? 2 : 3
  }
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter(({ rank: place }) => place < 3)
    .sort((left, right) => left.rank - right.rank)
    .map(({ item }) => item)
}

/**
 * Whether a change of a block's text opens the block menu: only "/" typed into an empty block. In "24/11",
 * "km/h" and "UBND/" a slash is an ordinary letter.
 */
export function opensMenu(before: string, now: string): boolean {
  return before === '' && now === '/'
}

/** What stands behind the slash while the menu is open, or null when the text means something else by now. */
export function typedInMenu(text: string): string | null {
  return text.startsWith('/') && !text.includes('\n') && text.length <= 30 ? text.slice(1) : null
}
