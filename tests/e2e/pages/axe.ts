import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { settled } from './look.ts'

const schemes = ['light', 'dark'] as const
const grave = ['serious', 'critical']

/**
 * What axe finds serious or critical, light and dark, one line each: where, which rule, which element. `within`
 * is a selector: what stands around it was looked at before.
 */
export async function graveFaults(page: Page, where: string, within?: string): Promise<readonly string[]> {
  const faults: string[] = []
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await settled(page)
    const axe = new AxeBuilder({ page }).setLegacyMode()
    if (within !== undefined) axe.include(within)
    // Between light and dark only colours change.
    const { violations } = await (scheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze()
    for (const { id, impact, nodes } of violations) {
      if (!grave.includes(impact ?? '')) continue
      for (const { html, any } of nodes) {
        faults.push(`${where}, ${scheme}: ${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`)
      }
    }
  }
  return faults
}
