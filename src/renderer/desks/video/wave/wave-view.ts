/** What of the clip the waveform shows: from a moment on, so many milliseconds to a pixel. */
export type WaveView = Readonly<{ from: number; msPerPixel: number }>

const closest = 2
const pixelsOfWhole = 300

/** Scrolled by pixels; never beyond the clip's ends. */
export function scrolled(view: WaveView, pixels: number, width: number, duration: number): WaveView {
  return within({ ...view, from: view.from + pixels * view.msPerPixel }, width, duration)
}

/** Closer (`factor` below 1) or wider, the moment under `x` staying where it is. */
export function zoomed(view: WaveView, factor: number, x: number, width: number, duration: number): WaveView {
  const widest = Math.max(closest, duration / Math.max(1, Math.min(width, pixelsOfWhole)))
  const msPerPixel = Math.min(widest, Math.max(closest, view.msPerPixel * factor))
  const at = view.from + x * view.msPerPixel
  return within({ from: at - x * msPerPixel, msPerPixel }, width, duration)
}

/**
 * While the clip plays the view turns over like a page when the moment leaves it on the right, and otherwise stays as it
 * is: nothing is centred again and again.
 */
export function following(view: WaveView, at: number, width: number, duration: number): WaveView {
  const length = width * view.msPerPixel
  if (at >= view.from && at < view.from + length * 0.98) return view
  return within({ ...view, from: at - length * 0.04 }, width, duration)
}

function within(view: WaveView, width: number, duration: number): WaveView {
  const last = Math.max(0, duration - width * view.msPerPixel * 0.5)
  return { ...view, from: Math.min(last, Math.max(0, view.from)) }
}
