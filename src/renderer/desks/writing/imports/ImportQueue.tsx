import { useState } from 'react'
import { ImportDialog } from './ImportDialog.tsx'

type Props = Readonly<{
  files: readonly File[]
  onEnd: () => void
  onImported: (article: string) => void
}>

/** Several files dropped at once are looked at one after the other; what came in last is opened. */
export function ImportQueue({ files, onEnd, onImported }: Props) {
  const [at, setAt] = useState(0)
  const file = files[at]
  const next = () => (at + 1 < files.length ? setAt(at + 1) : onEnd())
  if (!file) return null
  return (
    <ImportDialog
      key={at}
      file={file}
      behind={files.length - at - 1}
      onDone={(article) => {
        onImported(article)
        next()
      }}
      onSkip={next}
    />
  )
}
