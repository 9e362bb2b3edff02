import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { MemoryMatch } from '#contract/memory.ts'
import type { MetTermView } from '#contract/terms.ts'
import type { TranslationRow } from '#contract/translations.ts'
import { formsByKey } from '#renderer/ui/memory/term-forms.ts'
import type { TargetHandle } from '../target/TargetEditor.tsx'
import { takenMatch } from './taken-match.ts'
import type { HelpKeys } from './use-help-keys.ts'

type Options = Readonly<{
  editor: RefObject<TargetHandle | null>
  row: TranslationRow
  matches: readonly MemoryMatch[]
  terms: readonly MetTermView[]
  /** False while there is no target to write. */
  isWritten: boolean
  /** Where the keys of the desk find the row in hand. */
  keys: RefObject<HelpKeys | null>
}>

/** Takes a match into the target, puts a term where the caret stands; by key as well, never while composing. */
export function useHelpActs(options: Options) {
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const writer = useCallback(() => {
    const { editor, isWritten } = latest.current
    return isWritten && editor.current && !editor.current.isComposing() ? editor.current : undefined
  }, [])
  const takeMatch = useCallback(
    ({ target }: Pick<MemoryMatch, 'target'>) => {
      const { source, merged } = latest.current.row
      writer()?.replace(takenMatch(source, target, merged > 1))
      writer()?.focus()
    },
    [writer],
  )
  const insertTerm = useCallback(
    (form: string) => {
      writer()?.insert([form])
      writer()?.focus()
    },
    [writer],
  )
  const { keys } = options
  useEffect(() => {
    const own: HelpKeys = {
      onMatch(at) {
        const match = latest.current.matches[at]
        if (match) takeMatch(match)
      },
      onTerm(at) {
        const form = formsByKey(latest.current.terms)[at]
        if (form !== undefined) insertTerm(form)
      },
    }
    keys.current = own
    return () => {
      if (keys.current === own) keys.current = null
    }
  }, [keys, takeMatch, insertTerm])
  return { takeMatch, insertTerm }
}
