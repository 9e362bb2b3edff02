/** Frames a second as a fraction, such as 24000/1001 (MEDIA1). */
export type FrameRate = Readonly<{ numerator: number; denominator: number }>

/** The frame on show at `at` (milliseconds), counted from 0. */
export function frameAt(at: number, { numerator, denominator }: FrameRate): number {
  return Math.max(0, Math.ceil(((at + 1) * numerator) / (1000 * denominator)) - 1)
}

/** The whole millisecond at which a frame is on show; a cue that begins there begins with this frame. */
export function frameStart(frame: number, { numerator, denominator }: FrameRate): number {
  return Math.floor((frame * 1000 * denominator) / numerator)
}

/** The nearest beginning of a frame; without a rate the time itself, as whole milliseconds. */
export function snapToFrame(at: number, rate: FrameRate | null): number {
  const whole = Math.max(0, Math.round(at))
  if (rate === null) return whole
  const before = frameStart(frameAt(whole, rate), rate)
  const behind = frameStart(frameAt(whole, rate) + 1, rate)
  return whole - before <= behind - whole ? before : behind
}

/** Length of some frames, rounded up to whole milliseconds: a gap of so many is at least this. */
export function framesLength(frames: number, { numerator, denominator }: FrameRate): number {
  return Math.ceil((frames * 1000 * denominator) / numerator)
}
