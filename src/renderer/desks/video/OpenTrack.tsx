import { useState } from 'react'
import type { ClipView } from '#contract/clips.ts'
import type { TrackSummary } from '#contract/tracks.ts'
import { type DocumentId, trackDocument } from '#domain/document-id.ts'
import { connection } from '#renderer/client/client.ts'
import { openDocumentSession } from '#renderer/client/document-session.ts'
import { useDocumentSession } from '#renderer/client/use-document-session.ts'
import { useOpenedSession } from '#renderer/client/use-opened-session.ts'
import { clipFiles } from '#renderer/ui/clip-files.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { useStore } from '#renderer/ui/store.ts'
import { usePerson } from '#renderer/ui/workspace.tsx'
import { ImportSubtitles } from './files/ImportSubtitles.tsx'
import { TrackWork } from './TrackWork.tsx'
import { useTrackHand } from './use-track-hand.ts'

type Props = Readonly<{ clip: ClipView; track: TrackSummary; onChooseFile: () => void }>

/** A track and the one it is made from, each with a session and a way back of its own. */
export function OpenTrack({ clip, track, onChooseFile }: Props) {
  const person = usePerson().id
  const opened = useDocumentSession(track.document as DocumentId, person)
  const source = track.source === null ? null : trackDocument({ clip: track.clip, language: track.source })
  const openedSource = useOpenedSession(source && `${person} ${source}`, () =>
    openDocumentSession(connection, source ?? (track.document as DocumentId), person),
  )
  const session = opened.kind === 'open' && opened.session.document === track.document ? opened.session : null
  const sourceSession =
    source !== null && openedSource.kind === 'open' && openedSource.session.document === source
      ? openedSource.session
      : null
  const hand = useTrackHand(session)
  const sourceHand = useTrackHand(sourceSession)
  const given = useStore(clipFiles)
  const [taken, setTaken] = useState<File | null>(null)
  if (given?.subtitles && taken !== given.subtitles && hand) {
    setTaken(given.subtitles)
    queueMicrotask(() => clipFiles.set(null))
  }
  const isWhole = source === null || sourceHand !== null || openedSource.kind === 'failed'
  return (
    <>
      {opened.kind === 'failed' && <ErrorNotice error={opened.error} />}
      {session && hand && isWhole && (
        <TrackWork
          key={track.document}
          clip={clip}
          track={track}
          session={session}
          hand={hand}
          source={sourceHand}
          sourceSession={sourceSession}
          onImport={onChooseFile}
        />
      )}
      {taken && hand && <ImportSubtitles file={taken} hand={hand} onClose={() => setTaken(null)} />}
    </>
  )
}
