import type { Locator, Page } from 'playwright-core'

/** What another program put on the clipboard, pasted where the caret is. */
export function paste(text: Locator, html: string, plain = ''): Promise<void> {
  return text.evaluate(
    (element, [rich, bare]) => {
      const clipboardData = new DataTransfer()
      if (rich) clipboardData.setData('text/html', rich)
      clipboardData.setData('text/plain', bare ?? '')
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [html, plain],
  )
}

export type DroppedFile = Readonly<{ name: string; type: string; bytes: Buffer }>

/** Files dropped on the middle of an element. */
export function drop(target: Locator, ...files: DroppedFile[]): Promise<void> {
  const given = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }))
  return target.evaluate((element, all) => {
    const dataTransfer = new DataTransfer()
    for (const { name, type, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      dataTransfer.items.add(new File([bytes], name, { type }))
    }
    const { left, width, bottom } = element.getBoundingClientRect()
    const at = { clientX: left + width / 2, clientY: bottom - 2, bubbles: true, cancelable: true }
    for (const name of ['dragenter', 'dragover', 'drop'])
      element.dispatchEvent(new DragEvent(name, { dataTransfer, ...at }))
  }, given)
}

const pressed = {
  'Shift+ArrowLeft': { key: 'ArrowLeft', code: 'ArrowLeft', windowsVirtualKeyCode: 37, modifiers: 8 },
  'Control+Shift+ArrowLeft': {
    key: 'ArrowLeft',
    code: 'ArrowLeft',
    windowsVirtualKeyCode: 37,
    modifiers: 10,
  },
  End: { key: 'End', code: 'End', windowsVirtualKeyCode: 35, modifiers: 0 },
  'Control+b': { key: 'b', code: 'KeyB', windowsVirtualKeyCode: 66, modifiers: 2 },
  'Control+k': { key: 'k', code: 'KeyK', windowsVirtualKeyCode: 75, modifiers: 2 },
} as const

/** Keys that all wait for the page at once, as when it was busy: no frame is drawn between them. */
export async function pressAtOnce(page: Page, ...keys: readonly (keyof typeof pressed)[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const sent = keys.flatMap((key) =>
    (['rawKeyDown', 'keyUp'] as const).map((type) =>
      session.send('Input.dispatchKeyEvent', { type, ...pressed[key] }),
    ),
  )
  await Promise.all(sent)
  await session.detach()
}
