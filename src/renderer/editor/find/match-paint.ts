const all = 'tramtin-match'
const here = 'tramtin-match-here'
const linkTarget = 'tramtin-link-target'

/** Shows what a link is being set on, as selected text. */
export function paintLinkTarget(ranges: readonly Range[]): void {
  CSS.highlights.set(linkTarget, new Highlight(...ranges))
}

export function unpaintLinkTarget(): void {
  CSS.highlights.delete(linkTarget)
}

/** Paints matches by the CSS Custom Highlight API: the text and its nodes stay untouched. */
export function paintMatches(ranges: readonly Range[], current: Range | undefined): void {
  const marked = new Highlight(...ranges)
  CSS.highlights.set(all, marked)
  if (!current) {
    CSS.highlights.delete(here)
    return
  }
  const shown = new Highlight(current)
  shown.priority = 1
  CSS.highlights.set(here, shown)
}

export function unpaintMatches(): void {
  CSS.highlights.delete(all)
  CSS.highlights.delete(here)
}
