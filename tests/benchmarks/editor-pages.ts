import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build, preview } from 'vite'
import { launchChromium } from './browser.ts'

export type EditorPages = Readonly<{ newPage(): Promise<Page>; close(): Promise<void> }>

/** Builds the page of the two editors as the app's page is built, and opens it in a real Chromium. */
export async function openEditorPages(): Promise<EditorPages> {
  const outDir = mkdtempSync(join(tmpdir(), 'tramtin-editors-'))
  const config = {
    configFile: false,
    root: join(import.meta.dirname, 'pages/editor'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 10_000, target: 'esnext' },
  } as const
  await build(config)
  const server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } })
  const [address = ''] = server.resolvedUrls?.local ?? []
  const browser = await launchChromium()
  return {
    newPage: () => newPage(browser, address),
    async close() {
      await browser.close()
      await server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}

/** A window of its own: a tab in the background would not be drawn. */
async function newPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(address)
  await page.waitForFunction(() => window.editors !== undefined)
  return page
}
