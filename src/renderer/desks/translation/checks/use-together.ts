import { useEffect, useState } from 'react'
import type { TranslationRow } from '#contract/translations.ts'
import { checkTogether } from '#domain/checks/check-translation.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { isCheckable, type NamedFinding, nameFinding } from './row-checks.ts'

/** Milliseconds without a change before the rows are laid beside each other again. */
const rest = 800

export type Together = ReadonlyMap<string, readonly NamedFinding[]>

/** What checks say of rows beside others: one sentence translated in two ways, two sentences translated as one. */
export function useTogether(session: TranslationSession): Together {
  const [found, setFound] = useState<Together>(new Map())
  useEffect(() => {
    const look = () => setFound(togetherOf([...session.rows.get().values()]))
    let timer = setTimeout(look, rest)
    const stop = session.rows.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(look, rest)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [session])
  return found
}

/** By row; what was ignored is left out. */
export function togetherOf(rows: readonly TranslationRow[]): Together {
  const checkable = rows.filter(isCheckable)
  const byId = new Map(checkable.map((row) => [row.row, row]))
  const found = new Map<string, NamedFinding[]>()
  for (const [id, finding] of checkTogether(checkable.map((row) => ({ ...row, id: row.row })))) {
    const row = byId.get(id)
    const named = row && nameFinding(finding, row)
    if (named?.ignored === null) found.set(id, [...(found.get(id) ?? []), named])
  }
  return found
}
