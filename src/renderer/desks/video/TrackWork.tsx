import { type KeyboardEvent, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClipView } from '#contract/clips.ts'
import type { TrackSummary } from '#contract/tracks.ts'
import { markedRuns } from '#documents/track/retyped-runs.ts'
import { checkCues } from '#domain/cues/check-cues.ts'
import { sourceChanges } from '#domain/cues/stale-cues.ts'
import { rulesFor } from '#domain/cues/subtitle-rules.ts'
import { cueWords, type TrackCue } from '#domain/cues/track.ts'
import type { DocumentSession } from '#renderer/client/document-session.ts'
import { useStore } from '#renderer/ui/store.ts'
import { useSavedIndicator } from '#renderer/ui/use-saved-indicator.ts'
import { isOpenRow, pairRows, rowAt } from './cue-rows.ts'
import { CueEditor, type CueEditorHandle } from './cues/CueEditor.tsx'
import { CueHelp } from './cues/CueHelp.tsx'
import { CueLine } from './cues/CueLine.tsx'
import { CueList } from './cues/CueList.tsx'
import { CueNumbers } from './cues/CueNumbers.tsx'
import { NoCues } from './cues/NoCues.tsx'
import { ShiftCues } from './cues/ShiftCues.tsx'
import type { Player } from './player/player.ts'
import { VideoPane } from './player/VideoPane.tsx'
import { TrackHead } from './TrackHead.tsx'
import { createTrackActs } from './track-acts.ts'
import type { TrackHand } from './track-hand.ts'
import { useTrackKeys } from './use-track-keys.ts'
import styles from './Video.module.css'
import { Waveform } from './wave/Waveform.tsx'

type Props = Readonly<{
  clip: ClipView
  track: TrackSummary
  session: DocumentSession
  hand: TrackHand
  /** The track it is made from, and its session when somebody asked to write in it. */
  source: TrackHand | null
  sourceSession: DocumentSession | null
  onImport: () => void
}>

const none: readonly TrackCue[] = []
const noCues = { get: () => none, subscribe: () => () => undefined }

/** One track in hand: picture, cues, sound. */
export function TrackWork({ clip, track, session, hand, source, sourceSession, onImport }: Props) {
  const { t } = useTranslation('video')
  const cues = useStore(hand.store.cues)
  const sourceCues = useStore(source?.store.cues ?? noCues)
  const [active, setActive] = useState<string | null>(null)
  const [side, setSide] = useState<'source' | 'target'>('target')
  const [writesSource, setWritesSource] = useState(false)
  const [shifts, setShifts] = useState(false)
  const [player, setPlayer] = useState<Player | null>(null)
  const editor = useRef<CueEditorHandle>(null)
  const [focus, setFocus] = useState(0)
  const rules = useMemo(() => rulesFor(track.language), [track.language])
  const rate = hand.store.about.frameRate
  const rows = useMemo(() => pairRows(cues, source ? sourceCues : null), [cues, source, sourceCues])
  const findings = useMemo(
    () =>
      checkCues(
        cues.map((cue) => ({ ...cue, words: cueWords(cue) })),
        rules,
        rate,
      ),
    [cues, rules, rate],
  )
  const bySource = useMemo(() => new Map(sourceCues.map((cue) => [cue.id, cue])), [sourceCues])
  const acts = useMemo(() => createTrackActs(hand, source, rules), [hand, source, rules])
  const wrong = useMemo(
    () =>
      new Set(
        [...findings].filter(([, all]) => all.some(({ severity }) => severity === 'error')).map(([id]) => id),
      ),
    [findings],
  )
  const { readOnly } = session
  useSavedIndicator(side === 'source' && sourceSession ? sourceSession : session, track.updatedAt)

  const onShow = useSyncExternalStore(player?.now.subscribe ?? never, () =>
    cueAt(cues, player?.now.get() ?? -1),
  )

  const row = rows.find(({ key }) => key === active)
  const cue = row?.target ?? null
  const place = row ? rows.indexOf(row) : -1
  const isWritingSource = side === 'source' && writesSource && row?.source !== null

  function choose(key: string, on: 'source' | 'target' = 'target'): void {
    setActive(key)
    setSide(on === 'source' && writesSource ? 'source' : 'target')
    setFocus((count) => count + 1)
    const chosen = rows.find((each) => each.key === key)
    const at = chosen?.target ?? chosen?.source
    if (at && player && !player.playing.get()) player.seek(at.start)
  }
  useEffect(() => {
    if (focus > 0) editor.current?.focus()
  }, [focus])
  // The line in hand keeps its place when the cue it had goes or gets its first word.
  const lastPlace = useRef(0)
  useEffect(() => {
    if (place >= 0) lastPlace.current = place
    else if (active !== null && rows.length > 0)
      setActive(rows[Math.min(lastPlace.current, rows.length - 1)]?.key ?? null)
  }, [active, place, rows])

  function write(text: string, caret: number): void {
    if (!row) return
    const written = acts.write(row, text, caret)
    if (written !== null && written !== row.key) {
      setActive(written)
      setFocus((count) => count + 1)
    }
  }
  function writeSource(text: string, caret: number): void {
    if (!row?.source || !source) return
    createTrackActs(source, null, rulesFor(source.store.about.language)).write(
      { ...row, target: row.source },
      text,
      caret,
    )
  }
  const whenIdle = (work: () => void) => () => {
    // The last syllable is still the input method's.
    if (!readOnly && editor.current?.isComposing() !== true) work()
  }
  const onCue = (work: (cue: TrackCue) => void) => whenIdle(() => cue && work(cue))
  const now = () => player?.now.get() ?? 0
  function go(step: number): void {
    const next = rows[place < 0 ? rows.indexOf(rowAt(rows, now()) ?? ({} as never)) : place + step] ?? rows[0]
    if (next && place + step < rows.length) choose(next.key)
  }
  function add(at: number, until?: number): void {
    const id = acts.add(at, until)
    setActive(id)
    setSide('target')
    setFocus((count) => count + 1)
  }
  function goToError(): void {
    const ordered = [...rows.slice(place + 1), ...rows.slice(0, place + 1)]
    const next = ordered.find((each) => (each.target && findings.has(each.target.id)) || isOpenRow(each))
    if (next) choose(next.key)
  }
  const span = row?.target ?? row?.source
  useTrackKeys({
    playPause: () => player?.toggle(),
    playCue: () => span && player?.playSpan(span, false),
    loopCue: () => span && player?.playSpan(span, true),
    stepBack: () => player?.step(-1),
    stepOn: () => player?.step(1),
    skipBack: () => player?.skip(-1000),
    skipOn: () => player?.skip(1000),
    setIn: onCue((each) => acts.setStart(each, now())),
    setOut: onCue((each) => acts.setEnd(each, now())),
    addCue: whenIdle(() => add(now())),
    splitCue: onCue((each) => {
      setActive(acts.split(each, editor.current?.selection()[0] ?? cueWords(each).length, now()))
      setFocus((count) => count + 1)
    }),
    mergeCue: onCue(acts.mergeWithNext),
    extendCue: onCue(acts.extend),
    removeCue: onCue((each) => acts.remove([each.id])),
    shiftCues: whenIdle(() => setShifts(true)),
    fitCue: whenIdle(() => {
      if (cue && changesOf(cue).length > 0) acts.accept(cue)
      go(1)
    }),
    nextCue: () => go(1),
    previousCue: () => go(-1),
    nextError: goToError,
    italic: onCue((each) => {
      const [from, to] = editor.current?.selection() ?? [0, 0]
      if (to > from) acts.replace(each, markedRuns(each.runs, from, to, 'italic'))
    }),
  })

  function press(event: KeyboardEvent): void {
    const inText = event.target instanceof HTMLTextAreaElement
    const inField = inText || event.target instanceof HTMLInputElement
    const letter = event.code === 'KeyZ' ? 'z' : event.code === 'KeyY' ? 'y' : ''
    if (event.nativeEvent.isComposing) return
    if (letter !== '' && (event.ctrlKey || event.metaKey) && !event.altKey && (inText || !inField)) {
      event.preventDefault()
      const onHand = side === 'source' && writesSource && source ? source : hand
      if (letter === 'y' || event.shiftKey) onHand.redo()
      else onHand.undo()
    } else if (event.code === 'Space' && !inField && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault()
      player?.toggle()
    }
  }
  const changesOf = (each: TrackCue) => (source ? sourceChanges(each, bySource) : [])
  const sourceWords = row?.source ? cueWords(row.source).replaceAll('\n', ' ') : ''
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole desk, wherever the focus is in it
    <div className={styles['work']} onKeyDown={press}>
      <TrackHead
        clip={clip}
        track={track}
        counts={{ cues: cues.length, wrong: wrong.size, open: rows.filter(isOpenRow).length }}
        stale={cues.filter((each) => changesOf(each).length > 0).length}
        readOnly={readOnly}
        writesSource={source && sourceSession && !sourceSession.readOnly ? writesSource : null}
        onWritesSource={setWritesSource}
        onImport={onImport}
        onAdd={() => add(now())}
        onNextError={goToError}
      />
      <div className={styles['top']}>
        <div className={styles['left']}>
          <VideoPane clip={clip} cues={cues} language={track.language} player={player} onPlayer={setPlayer} />
          {cue && (
            <section className={styles['current']} aria-label={t('current')}>
              <p className={styles['large']} lang={track.language}>
                {cueWords(cue) || t('noWords')}
              </p>
              <CueNumbers cue={cue} rules={rules} findings={findings.get(cue.id) ?? []} />
              {changesOf(cue).length > 0 && (
                <div className={styles['staleActs']}>
                  <button type="button" onClick={() => acts.accept(cue)}>
                    {t('stale.accept')}
                  </button>
                  <button type="button" onClick={() => acts.takeTimes(cue)}>
                    {t('stale.takeTimes')}
                  </button>
                </div>
              )}
            </section>
          )}
          {source && row && sourceWords !== '' && (
            <div className={styles['help']}>
              <CueHelp
                source={sourceWords}
                from={source.store.about.language}
                to={track.language}
                onTake={(words) => write(words, words.length)}
                onInsert={(form) => editor.current?.insert(form)}
              />
            </div>
          )}
        </div>
        <CueList
          label={t('cues', { count: rows.length })}
          rows={rows}
          active={active}
          empty={<NoCues readOnly={readOnly} />}
        >
          {(each, number) => {
            const isActive = each.key === active
            const writes = isActive && !readOnly && !isWritingSource
            return (
              <CueLine
                row={each}
                number={number}
                sourceLanguage={source ? source.store.about.language : null}
                language={track.language}
                rules={rules}
                findings={(each.target && findings.get(each.target.id)) ?? noFindings}
                changes={each.target ? changesOf(each.target) : noChanges}
                isActive={isActive}
                isNow={each.target !== null && each.target.id === onShow}
                onChoose={choose}
                writing={
                  writes && (
                    <CueEditor
                      key={each.key}
                      ref={editor}
                      words={each.target ? cueWords(each.target) : ''}
                      language={track.language}
                      label={t('side.target')}
                      autoFocus={focus > 0}
                      onWrite={write}
                      onCaret={(inside) => session.caretIn(inside && each.target ? each.target.id : null)}
                    />
                  )
                }
                writingSource={
                  isActive &&
                  isWritingSource &&
                  each.source && (
                    <CueEditor
                      key={`source ${each.key}`}
                      ref={editor}
                      words={cueWords(each.source)}
                      language={source?.store.about.language ?? ''}
                      label={t('side.source')}
                      autoFocus={focus > 0}
                      onWrite={writeSource}
                      onCaret={(inside) =>
                        sourceSession?.caretIn(inside && each.source ? each.source.id : null)
                      }
                    />
                  )
                }
              />
            )
          }}
        </CueList>
      </div>
      <Waveform
        clip={clip}
        hand={hand}
        cues={cues}
        inHand={cue?.id ?? null}
        wrong={wrong}
        player={player}
        readOnly={readOnly}
        onChoose={(id) => {
          setActive(id)
          setSide('target')
        }}
        onDraw={add}
      />
      {shifts && <ShiftCues hand={hand} from={cue} onClose={() => setShifts(false)} />}
    </div>
  )
}

const never = () => () => undefined

function cueAt(cues: readonly TrackCue[], at: number): string | undefined {
  return cues.find(({ start, end }) => start <= at && at < end)?.id
}

const noFindings: readonly never[] = []
const noChanges: readonly never[] = []
