import { useEffect, useState } from 'react'
import { client, workspaceEvents } from '#renderer/client/client.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { neighbours } from '../help/use-help.ts'
import { createRowScores, type RowScores } from './row-scores.ts'

/** Below it a sentence is more work to mend than to write. */
const least = 70
const breath = 40
/** Memory events come in bursts: what was confirmed, and an import while it runs. */
const rest = 1_500
/** While the index is being made only the same sentences are found. */
const askAgain = 3_000

/** How well the memory knows the rows at rest that are still to be written. */
export function useRowScores(session: TranslationSession): RowScores | null {
  const [scores, setScores] = useState<RowScores | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const made = createRowScores({
      breath,
      async ask(id) {
        const answer = await lookup(session, id)
        if (answer?.complete === false) forgetIn(askAgain)
        return answer?.matches[0]?.score ?? null
      },
    })
    function forgetIn(milliseconds: number): void {
      timer ??= setTimeout(() => {
        timer = undefined
        made.forget()
      }, milliseconds)
    }
    const stop = workspaceEvents.subscribe(({ kind }) => {
      if (kind === 'memory' || kind === 'reset') forgetIn(rest)
    })
    setScores(made)
    return () => {
      stop()
      clearTimeout(timer)
      made.close()
    }
  }, [session])
  return scores
}

async function lookup(session: TranslationSession, id: string) {
  const row = session.rows.get().get(id)
  if (row?.kind !== 'sentence' || (row.state !== 'empty' && row.state !== 'stale')) return null
  const { sourceLanguage: from, language: to } = session.summary.get()
  return client.memory.lookup({
    source: [...row.source],
    ...neighbours(session, row),
    from,
    to,
    least,
    limit: 1,
  })
}
