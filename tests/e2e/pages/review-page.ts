import type { Page } from 'playwright-core'

/** The review desk (Duyệt) with a translation beside its source. */
export function reviewPage(page: Page) {
  return {
    row: (words: string) => page.locator('[data-beside]').filter({ hasText: words }),
    /** What a decision rests on, above the rows. */
    summary: page.getByRole('list', { name: 'Căn cứ để duyệt' }),
  }
}
