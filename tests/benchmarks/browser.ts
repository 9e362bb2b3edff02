import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '#browser/window.ts'

/**
 * A tab of a whole browser reads the pages of its address bar, beside ours and for seconds. The program's window has no
 * address bar.
 */
const noAddressBar =
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,PreloadTopChromeWebUI'

/** A Chromium without a screen; our own pages need no sandbox against us. */
export async function launchChromium(): Promise<Browser> {
  const environment = { ...process.env, DISPLAY: ':headless' }
  const executablePath = findChromium({ platform: process.platform, environment, isRoot: false })
  if (executablePath === undefined) throw new Error('No Chromium found: the preflight installs it')
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', noAddressBar],
  })
}
