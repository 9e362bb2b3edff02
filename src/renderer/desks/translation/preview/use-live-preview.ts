import { useEffect, useState } from 'react'
import { client } from '#renderer/client/client.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { createLivePreview, type LivePreview } from './live-preview.ts'

/** Milliseconds that changes are gathered for. */
const rest = 400

/** The preview of a session while it is shown; null until it is made. */
export function useLivePreview(session: TranslationSession): LivePreview | null {
  const [preview, setPreview] = useState<LivePreview | null>(null)
  useEffect(() => {
    const made = createLivePreview({
      session,
      rest,
      async ask(blocks) {
        const { document } = session
        const answer = await client.translations.preview({ document, ...(blocks && { blocks: [...blocks] }) })
        return { blocks: answer.text.blocks, missing: answer.missing }
      },
    })
    setPreview(made)
    return made.close
  }, [session])
  return preview
}
