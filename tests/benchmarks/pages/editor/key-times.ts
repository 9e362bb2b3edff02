/** Watches keystrokes; the answer waits for the frame that shows the last one. */
export function watchKeys(): () => Promise<number> {
  let last: Promise<number> = Promise.resolve(0)
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      last = new Promise((resolve) => {
        // A task queued in the frame's callback runs once that frame is painted.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
      })
    },
    { capture: true },
  )
  return () => last
}
