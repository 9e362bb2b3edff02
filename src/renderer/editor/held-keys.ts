/** What is typed between asking for a new article and its page being there. */
let held = ''
let stop: (() => void) | null = null

const longest = 10_000

function keep(event: KeyboardEvent): void {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
  if (event.key === 'Backspace') held = held.slice(0, -1)
  else if (event.key === 'Enter') held += '\n'
  else if ([...event.key].length === 1) held += event.key
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** Holds the keys from now on, until the new page takes them or they are let go; at most ten seconds. */
export function holdKeys(): void {
  stop?.()
  held = ''
  const timer = setTimeout(letKeysGo, longest)
  window.addEventListener('keydown', keep, true)
  window.addEventListener('pointerdown', letKeysGo, { capture: true, once: true })
  stop = () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', keep, true)
    window.removeEventListener('pointerdown', letKeysGo, true)
    stop = null
  }
}

/** Ends the holding and answers what was typed; a line break stands for Enter. */
export function takeHeldKeys(): string {
  const typed = held
  letKeysGo()
  return typed
}

export function letKeysGo(): void {
  stop?.()
  held = ''
}
