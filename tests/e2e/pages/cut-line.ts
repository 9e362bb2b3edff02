import type { Page, WebSocketRoute } from 'playwright-core'

/** The line between a window and the workspace, which can be cut and mended. Loads the page anew. */
export async function takeLine(page: Page) {
  const open = new Set<WebSocketRoute>()
  /** Opened while the line was cut: nothing sent on them arrives. */
  const held = new Set<WebSocketRoute>()
  let isCut = false
  let isSlow = false
  const late: (() => void)[] = []
  await page.routeWebSocket(/\/rpc/, (line) => {
    if (isCut) {
      held.add(line)
      return
    }
    line.connectToServer().onMessage((message) => {
      if (isSlow) late.push(() => line.send(message))
      else line.send(message)
    })
    open.add(line)
  })
  await page.reload()
  return {
    /** From now on no answer arrives, until they all do at once. */
    keepWaiting(): void {
      isSlow = true
    },
    answer(): void {
      isSlow = false
      for (const send of late.splice(0)) send()
    },
    async cut(): Promise<void> {
      isCut = true
      for (const line of open) await line.close()
      open.clear()
    },
    async mend(): Promise<void> {
      isCut = false
      for (const line of held) await line.close()
      held.clear()
    },
  }
}
