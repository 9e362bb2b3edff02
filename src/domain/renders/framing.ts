import type { PresetFrame } from './preset.ts'

export type Size = Readonly<{ width: number; height: number }>
/** What must stay in the picture when it is cut: shares of its width and height from the top left. */
export type Focus = Readonly<{ x: number; y: number }>
export const middle: Focus = { x: 0.5, y: 0.5 }

/** What is done to an upright picture of square pixels, in whole even pixels (yuv420p holds no others). */
export type Framing =
  | Readonly<{ kind: 'scale'; size: Size }>
  /** Scaled, then cut to `size` from this corner on. */
  | Readonly<{ kind: 'crop'; scaled: Size; left: number; top: number; size: Size }>
  /** Scaled and laid on a ground of `size` with its corner there. */
  | Readonly<{ kind: 'pad'; scaled: Size; left: number; top: number; size: Size; ground: string }>

/** How a picture of `shown` pixels becomes what the preset asks for. */
export function frameFor(shown: Size, frame: PresetFrame, focus: Focus): Framing {
  if (frame.kind === 'source') return { kind: 'scale', size: within(shown, frame.longest, frame.shortest) }
  const size = { width: frame.width, height: frame.height }
  if (shown.width * size.height === shown.height * size.width) return { kind: 'scale', size }
  return frame.fit === 'crop' ? cropped(shown, size, focus) : padded(shown, size, frame.ground)
}

function within({ width, height }: Size, longest: number, shortest: number): Size {
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  const factor = Math.min(1, longest / long, shortest / short)
  return { width: even(width * factor), height: even(height * factor) }
}

function cropped(shown: Size, size: Size, focus: Focus): Framing {
  const factor = Math.max(size.width / shown.width, size.height / shown.height)
  const scaled = {
    width: Math.max(size.width, even(shown.width * factor)),
    height: Math.max(size.height, even(shown.height * factor)),
  }
  return {
    kind: 'crop',
    scaled,
    size,
    left: corner(scaled.width, size.width, focus.x),
    top: corner(scaled.height, size.height, focus.y),
  }
}

/** The focus stands in the middle of what is left, as far as the picture reaches. */
function corner(whole: number, part: number, focus: number): number {
  const wanted = focus * whole - part / 2
  return Math.floor(Math.min(whole - part, Math.max(0, wanted)) / 2) * 2
}

function padded(shown: Size, size: Size, ground: string): Framing {
  const factor = Math.min(size.width / shown.width, size.height / shown.height)
  const scaled = {
    width: Math.min(size.width, even(shown.width * factor)),
    height: Math.min(size.height, even(shown.height * factor)),
  }
  return {
    kind: 'pad',
    scaled,
    size,
    ground,
    left: Math.floor((size.width - scaled.width) / 4) * 2,
    top: Math.floor((size.height - scaled.height) / 4) * 2,
  }
}

function even(value: number): number {
  return Math.max(2, Math.round(value / 2) * 2)
}
