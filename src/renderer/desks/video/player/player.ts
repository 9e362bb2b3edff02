import { type FrameRate, frameAt, frameStart } from '#domain/cues/frame-rate.ts'
import { createWatchedValue, type WatchedValue } from '#renderer/client/stores.ts'

/** A clip that plays: times are whole milliseconds of the frame that is on show. */
export type Player = Readonly<{
  now: WatchedValue<number>
  playing: WatchedValue<boolean>
  toggle(): void
  seek(at: number): void
  skip(by: number): void
  /** By whole frames; by 40 ms where there are none. */
  step(frames: number): void
  /** Plays a stretch and stops at its end, or begins again. */
  playSpan(span: Readonly<{ start: number; end: number }>, loops: boolean): void
  close(): void
}>

export function createPlayer(media: HTMLVideoElement, rate: FrameRate | null): Player {
  const now = createWatchedValue(0)
  const playing = createWatchedValue(false)
  let span: Readonly<{ start: number; end: number; loops: boolean }> | null = null
  let frame = 0
  const intoFrame = rate ? (500 * rate.denominator) / rate.numerator : 0
  let timer = 0

  /** The frame's own time, where the clip has frames: the element's clock runs on between them. */
  function showFrame(_: number, { mediaTime }: VideoFrameCallbackMetadata): void {
    show(mediaTime * 1000 + 0.5)
    frame = media.requestVideoFrameCallback(showFrame)
  }
  function tick(): void {
    if (rate === null || media.videoWidth === 0) show(media.currentTime * 1000)
    else if (span) stopAtEnd(media.currentTime * 1000)
    if (!media.paused) timer = requestAnimationFrame(tick)
  }
  function show(at: number): void {
    now.set(Math.floor(at))
    stopAtEnd(at)
  }
  function stopAtEnd(at: number): void {
    if (!span || at < span.end || media.paused) return
    if (span.loops) media.currentTime = span.start / 1000
    else {
      media.pause()
      span = null
    }
  }
  function seek(at: number): void {
    const length = Number.isFinite(media.duration) ? media.duration * 1000 : at
    const to = Math.min(Math.max(0, at), length)
    // into the frame, not onto its edge: rounding, or a file whose first frame comes late, would show the one before
    media.currentTime = Math.min(to + intoFrame, length) / 1000
    now.set(Math.round(to))
  }
  function play(): void {
    // a clip that cannot be played says so itself
    media.play().catch(() => undefined)
  }
  const heard = new AbortController()
  const on = { signal: heard.signal }
  media.addEventListener(
    'play',
    () => {
      playing.set(true)
      timer = requestAnimationFrame(tick)
    },
    on,
  )
  media.addEventListener('pause', () => playing.set(false), on)
  media.addEventListener(
    'seeked',
    () => {
      if (rate === null || media.videoWidth === 0) now.set(Math.round(media.currentTime * 1000))
    },
    on,
  )
  frame = media.requestVideoFrameCallback(showFrame)
  return {
    now,
    playing,
    seek(at) {
      span = null
      seek(at)
    },
    skip: (by) => seek(now.get() + by),
    toggle() {
      span = null
      if (media.paused) play()
      else media.pause()
    },
    step(frames) {
      media.pause()
      span = null
      seek(rate ? frameStart(Math.max(0, frameAt(now.get(), rate) + frames), rate) : now.get() + frames * 40)
    },
    playSpan({ start, end }, loops) {
      seek(start)
      span = { start, end, loops }
      play()
    },
    close() {
      heard.abort()
      media.cancelVideoFrameCallback(frame)
      cancelAnimationFrame(timer)
      media.pause()
    },
  }
}
