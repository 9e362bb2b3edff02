import type { Page } from 'playwright-core'

/** Waits until the window shows what it will show: fonts, pictures, no answer awaited, nothing moving. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const isMoving = () => document.getAnimations().some(({ playState }) => playState === 'running')
    const isLoading = () => [...document.images].some((picture) => !picture.complete)
    const isBusy = () => document.querySelector('[data-loading], [aria-busy="true"]') !== null
    await document.fonts.ready
    let quiet = 0
    while (quiet < 3) {
      await frame()
      quiet = isMoving() || isLoading() || isBusy() ? 0 : quiet + 1
    }
    await document.fonts.ready
  })
}

/** What a demanding user would see as broken: a page that scrolls sideways, buttons whose words are cut off. */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) faults.push(`The page is ${root.scrollWidth} px wide`)
    for (const area of document.querySelectorAll<HTMLElement>('main, aside, section, nav, [role="dialog"]')) {
      const isScrolled = ['auto', 'scroll'].includes(getComputedStyle(area).overflowX)
      if (isScrolled && area.scrollWidth > area.clientWidth + 1) {
        faults.push(`${area.getAttribute('aria-label') ?? area.tagName} scrolls sideways`)
      }
    }
    for (const button of document.querySelectorAll<HTMLElement>('button')) {
      // Visually hidden skip links and icon buttons have no words to cut.
      if (button.innerText.trim() === '' || button.clientWidth < 8) continue
      const parts = [button, ...button.querySelectorAll<HTMLElement>(':not(.tt-hidden)')]
      const isCut = (part: HTMLElement) =>
        part.clientWidth > 0 &&
        part.scrollWidth > part.clientWidth + 1 &&
        getComputedStyle(part).overflowX !== 'visible'
      if (parts.some(isCut)) faults.push(`The button “${button.innerText.trim()}” is cut off`)
    }
    return faults
  })
}
