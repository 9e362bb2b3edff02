import type { CDPSession, Page } from 'playwright-core'

/** What an input method sends to the page, one after another. */
export type Step =
  /** A key that reaches the page as itself. */
  | Readonly<{ kind: 'key'; key: keyof typeof keys; control?: true }>
  /** A character sent as a key of its own (Windows' VK_PACKET), as UniKey does. */
  | Readonly<{ kind: 'character'; text: string }>
  /** The composition as it stands now; empty when it was called off. */
  | Readonly<{ kind: 'preedit'; text: string }>
  /** The composition ends with this text. */
  | Readonly<{ kind: 'commit'; text: string }>

const keys = {
  Backspace: { code: 'Backspace', windowsVirtualKeyCode: 8 },
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  F8: { code: 'F8', windowsVirtualKeyCode: 119 },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27 },
  ' ': { code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
  ArrowLeft: { code: 'ArrowLeft', windowsVirtualKeyCode: 37 },
  ArrowRight: { code: 'ArrowRight', windowsVirtualKeyCode: 39 },
} as const
const processKey = { key: 'Process', windowsVirtualKeyCode: 229 }

export async function inputMethod(page: Page) {
  const session = await page.context().newCDPSession(page)
  return {
    /** Sends the steps as fast as a person types: each when the one before was taken. */
    async replay(steps: readonly Step[]): Promise<void> {
      for (const step of steps) await Promise.all(send(session, step))
    },
    /** Sends all steps at once, as a program does that types for the person. */
    async burst(steps: readonly Step[]): Promise<void> {
      await Promise.all(steps.flatMap((step) => send(session, step)))
    },
  }
}

function send(session: CDPSession, step: Step): readonly Promise<unknown>[] {
  if (step.kind === 'key')
    return press(session, { key: step.key, ...keys[step.key], modifiers: step.control ? 2 : 0 })
  if (step.kind === 'character')
    return press(session, { key: step.text, text: step.text, windowsVirtualKeyCode: 231 })
  if (step.kind === 'commit') return [session.send('Input.insertText', { text: step.text })]
  const { length } = step.text
  return [
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...processKey }),
    session.send('Input.imeSetComposition', {
      text: step.text,
      selectionStart: length,
      selectionEnd: length,
    }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...processKey }),
  ]
}

type Key = Readonly<{ key: string; text?: string; windowsVirtualKeyCode: number; modifiers?: number }>

function press(session: CDPSession, key: Key): readonly Promise<unknown>[] {
  const type = key.text === undefined ? 'rawKeyDown' : 'keyDown'
  const { text: _, ...released } = key
  return [
    session.send('Input.dispatchKeyEvent', { type, ...key }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...released }),
  ]
}
