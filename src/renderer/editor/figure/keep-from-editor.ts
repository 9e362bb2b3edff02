const kept = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
] as const

/** Fields inside the page are not the article's text: what is typed in them does not reach the editor. */
export function keepFromEditor(element: HTMLElement): () => void {
  const stop = (event: Event) => event.stopPropagation()
  for (const name of kept) element.addEventListener(name, stop)
  return () => {
    for (const name of kept) element.removeEventListener(name, stop)
  }
}
