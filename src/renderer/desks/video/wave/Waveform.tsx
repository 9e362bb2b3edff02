import { type PointerEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClipView } from '#contract/clips.ts'
import { type CueTimes, setTimes } from '#documents/track/edit-track.ts'
import type { TrackCue } from '#domain/cues/track.ts'
import type { Player } from '../player/player.ts'
import type { TrackHand } from '../track-hand.ts'
import styles from '../Video.module.css'
import { dragged, drawnCue, type Grip, gripAt } from './cue-grips.ts'
import { drawWave, type WaveColours } from './draw-wave.ts'
import { createPeaks, type Peaks } from './peaks.ts'
import { following, scrolled, type WaveView, zoomed } from './wave-view.ts'

const reach = 7
/** Whoever has just scrolled is not turned away from what they look at. */
const lookingAround = 4000

type Props = Readonly<{
  clip: ClipView
  hand: TrackHand
  cues: readonly TrackCue[]
  inHand: string | null
  wrong: ReadonlySet<string>
  player: Player | null
  readOnly: boolean
  onChoose: (cue: string) => void
  onDraw: (start: number, end: number) => void
}>

type Held = Readonly<{ grip: Grip; to: number; withNeighbour: boolean; times: readonly CueTimes[] }>

/** The sound with the cues on it: drag edges and bodies, draw new cues, scroll and zoom by the wheel. */
export function Waveform(props: Props) {
  const { clip, player } = props
  const { t } = useTranslation('video')
  const canvas = useRef<HTMLCanvasElement>(null)
  const view = useRef<WaveView>({ from: 0, msPerPixel: 12 })
  const held = useRef<Held | null>(null)
  const scrolledAt = useRef(0)
  const peaks = useRef<Peaks | null>(null)
  const latest = useRef(props)
  latest.current = props
  const frame = useRef(0)
  const duration = clip.durationMs

  function drawSoon(): void {
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(draw)
  }
  function draw(): void {
    const box = canvas.current
    const context = box?.getContext('2d')
    if (!box || !context) return
    const ratio = window.devicePixelRatio
    const [width, height] = [box.clientWidth, box.clientHeight]
    if (box.width !== Math.round(width * ratio) || box.height !== Math.round(height * ratio)) {
      box.width = Math.round(width * ratio)
      box.height = Math.round(height * ratio)
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    const { cues, inHand, wrong } = latest.current
    const pulled = held.current
    const shown = pulled
      ? cues.map((cue) => ({ ...cue, ...pulled.times.find(({ id }) => id === cue.id) }))
      : cues
    const style = getComputedStyle(box)
    drawWave(
      context,
      {
        view: view.current,
        width,
        height,
        peaks: peaks.current,
        cues: shown,
        inHand,
        wrong,
        drawn: pulled?.grip.kind === 'empty' ? spanOf(pulled.grip.at, pulled.to) : null,
        now: player?.now.get() ?? 0,
        font: `12px ${style.fontFamily}`,
      },
      coloursOf(style),
    )
  }
  useEffect(drawSoon)
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawing asks for the latest itself
  useEffect(() => {
    if (clip.peaks.state !== 'ready') return
    peaks.current = createPeaks(clip.clip, drawSoon)
    drawSoon()
    return () => {
      peaks.current?.close()
      peaks.current = null
    }
  }, [clip.clip, clip.peaks.state])
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawing asks for the latest itself
  useEffect(
    () =>
      player?.now.subscribe(() => {
        const width = canvas.current?.clientWidth ?? 0
        const looksAround = Date.now() - scrolledAt.current < lookingAround || held.current !== null
        if (!looksAround) view.current = following(view.current, player.now.get(), width, duration)
        drawSoon()
      }),
    [player, duration],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: listens once; what it needs it asks for
  useEffect(() => {
    const box = canvas.current
    if (!box) return
    function turn(event: WheelEvent): void {
      event.preventDefault()
      const width = canvas.current?.clientWidth ?? 0
      const by = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY
      scrolledAt.current = Date.now()
      view.current = event.altKey
        ? zoomed(view.current, by > 0 ? 1.25 : 0.8, event.offsetX, width, duration)
        : scrolled(view.current, by, width, duration)
      drawSoon()
    }
    const resized = new ResizeObserver(drawSoon)
    resized.observe(box)
    box.addEventListener('wheel', turn, { passive: false })
    return () => {
      resized.disconnect()
      box.removeEventListener('wheel', turn)
      cancelAnimationFrame(frame.current)
    }
  }, [duration])

  const momentOf = (event: PointerEvent) =>
    view.current.from + event.nativeEvent.offsetX * view.current.msPerPixel
  const gripOf = (event: PointerEvent) =>
    gripAt(latest.current.cues, momentOf(event), reach * view.current.msPerPixel, latest.current.inHand)

  function press(event: PointerEvent<HTMLCanvasElement>): void {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const grip = gripOf(event)
    held.current = { grip, to: grip.at, withNeighbour: event.altKey, times: [] }
    if (grip.kind !== 'empty') props.onChoose(grip.cue.id)
  }
  function pull(event: PointerEvent<HTMLCanvasElement>): void {
    const now = held.current
    if (!now) {
      const { kind } = gripOf(event)
      event.currentTarget.style.cursor =
        kind === 'empty' ? 'crosshair' : kind === 'body' ? 'grab' : 'ew-resize'
      return
    }
    const to = momentOf(event)
    const { cues, hand, readOnly } = latest.current
    const drag = {
      cues,
      rate: hand.store.about.frameRate,
      duration,
      withNeighbour: now.withNeighbour || event.altKey,
    }
    const moved = Math.abs(to - now.grip.at) > 2 * view.current.msPerPixel
    const times = now.grip.kind === 'empty' || !moved || readOnly ? [] : dragged(now.grip, to, drag)
    held.current = { ...now, to, times }
    drawSoon()
  }
  function release(): void {
    const now = held.current
    held.current = null
    if (!now) return
    const { cues, hand, readOnly, onDraw } = latest.current
    if (now.times.length > 0) hand.edit((doc) => setTimes(doc, now.times))
    else if (now.grip.kind === 'empty') {
      const drawn = drawnCue(now.grip.at, now.to, { cues, rate: hand.store.about.frameRate, duration })
      if (drawn && !readOnly) onDraw(drawn.start, drawn.end)
      else player?.seek(now.grip.at)
    }
    drawSoon()
  }
  return (
    <div className={styles['wave']}>
      <canvas
        ref={canvas}
        aria-label={t('wave.label')}
        role="img"
        onPointerDown={press}
        onPointerMove={pull}
        onPointerUp={release}
        onPointerCancel={() => {
          held.current = null
          drawSoon()
        }}
      />
      {clip.peaks.state !== 'ready' && (
        <span className={styles['waveNote']}>{t(`wave.${clip.peaks.state}`)}</span>
      )}
    </div>
  )
}

function spanOf(left: number, right: number) {
  return { start: Math.min(left, right), end: Math.max(left, right) }
}

function coloursOf(style: CSSStyleDeclaration): WaveColours {
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    surface: colour('--tt-surface'),
    line: colour('--tt-line'),
    text: colour('--tt-text'),
    dim: colour('--tt-dim'),
    wave: colour('--tt-dim'),
    bar: colour('--tt-accent'),
    hand: colour('--tt-accent'),
    bad: colour('--tt-bad-text'),
    now: colour('--tt-bad-text'),
  }
}
