import { useCallback, useEffect, useRef, useState } from 'react'
import type { TranslationRow } from '#contract/translations.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { type CheckedAll, checkAll } from './check-all.ts'
import type { RowChecks } from './row-checks.ts'

/** Milliseconds without a change before all is looked at again; rows that did not change cost nothing. */
const rest = 600

export type WholeCheck = Readonly<{ found: CheckedAll | null; running: boolean; run(): void }>

/** The check of a whole translation: begun when somebody asks for it, kept up to date from then on. */
export function useCheckAll(session: TranslationSession, checks: RowChecks | null): WholeCheck {
  const [asked, setAsked] = useState(false)
  const [found, setFound] = useState<CheckedAll | null>(null)
  const [running, setRunning] = useState(false)
  const current = useRef(new AbortController())
  const look = useCallback(async () => {
    if (checks === null) return
    current.current.abort()
    const own = new AbortController()
    current.current = own
    setRunning(true)
    const all = await checkAll(rowsOf(session), checks, own.signal)
    if (all === undefined) return
    setFound(all)
    setRunning(false)
  }, [checks, session])
  useEffect(() => {
    if (!asked) return
    void look()
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = session.rows.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(() => void look(), rest)
    })
    return () => {
      stop()
      clearTimeout(timer)
      current.current.abort()
    }
  }, [asked, look, session])
  return { found, running, run: () => (asked ? void look() : setAsked(true)) }
}

function rowsOf({ order, rows }: TranslationSession): readonly TranslationRow[] {
  return order.get().flatMap((id) => rows.get().get(id) ?? [])
}
