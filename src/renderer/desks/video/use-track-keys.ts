import { useTranslation } from 'react-i18next'
import { type Command, useCommands } from '#renderer/ui/keymap/commands.ts'

/** What the keys of the video desk do; those that write do nothing while a track is only read. */
export type TrackDoings = Readonly<
  Record<
    | 'playPause'
    | 'playCue'
    | 'loopCue'
    | 'stepBack'
    | 'stepOn'
    | 'skipBack'
    | 'skipOn'
    | 'setIn'
    | 'setOut'
    | 'addCue'
    | 'splitCue'
    | 'mergeCue'
    | 'extendCue'
    | 'removeCue'
    | 'shiftCues'
    | 'fitCue'
    | 'nextCue'
    | 'previousCue'
    | 'nextError'
    | 'italic',
    () => void
  >
>

/** None of them is a key of an input method, of the shell, or of writing (Space is a space in a text). */
const keys: Readonly<Record<keyof TrackDoings, string>> = {
  playPause: 'Alt+P',
  playCue: 'Alt+R',
  loopCue: 'Alt+L',
  stepBack: 'Alt+,',
  stepOn: 'Alt+.',
  skipBack: 'Alt+ArrowLeft',
  skipOn: 'Alt+ArrowRight',
  setIn: 'Alt+[',
  setOut: 'Alt+]',
  addCue: 'Alt+N',
  splitCue: 'Alt+Enter',
  mergeCue: 'Alt+M',
  extendCue: 'Alt+E',
  removeCue: 'Alt+Delete',
  shiftCues: 'Alt+H',
  fitCue: 'Ctrl+Enter',
  nextCue: 'Alt+ArrowDown',
  previousCue: 'Alt+ArrowUp',
  nextError: 'F8',
  italic: 'Ctrl+I',
}

export function useTrackKeys(doings: TrackDoings): void {
  const { t } = useTranslation('video')
  const ids = Object.keys(keys) as (keyof TrackDoings)[]
  useCommands(
    ids.map(
      (id): Command => ({
        id,
        title: t(`key.${id}`),
        group: 'video',
        keys: keys[id],
        run: () => doings[id](),
      }),
    ),
  )
}
