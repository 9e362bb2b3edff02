import type { Locator } from 'playwright-core'

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
