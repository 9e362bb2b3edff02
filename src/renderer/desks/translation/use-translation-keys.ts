import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainText } from '#domain/segments/coded-text.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import { openErrors, type RowChecks } from './checks/row-checks.ts'
import { isOpen, nextRow } from './grid/row-filter.ts'
import { missingCodes } from './target/codes-of.ts'
import type { TargetHandle } from './target/TargetEditor.tsx'

type Options = Readonly<{
  session: TranslationSession
  shown: readonly string[]
  active: string | null
  checks: RowChecks | null
  editor: RefObject<TargetHandle | null>
  onChoose: (row: string) => void
  onCheckAll: () => void
}>

/** What a row was held up by when it was to be confirmed. */
type Stop = Readonly<{ row: string; errors: readonly string[] }>

/**
 * The keys of the translation desk: confirm and go on, move by rows, copy the source, put a code in. What checks call
 * an error holds a row up once; asked again it is confirmed. Answers the row that is held up.
 */
export function useTranslationKeys(options: Options): string | null {
  const { session, shown, active, checks, editor, onChoose, onCheckAll } = options
  const { t } = useTranslation('translation')
  const [stop, setStop] = useState<Stop | null>(null)
  const row = () => (active === null ? undefined : session.rows.get().get(active))

  function confirm() {
    const writer = editor.current
    // The last syllable is still the input method's: Enter belongs to it.
    if (active === null || writer === null || writer.isComposing()) return
    const target = writer.read()
    if (plainText(target).trim() === '') return
    const held = row()
    const errors = held && checks ? openErrors(checks.of({ ...held, target: [...target] })) : []
    const told = stop?.row === active ? stop.errors : []
    if (errors.some((error) => !told.includes(error))) {
      setStop({ row: active, errors })
      return
    }
    setStop(null)
    session.confirm(active, target, target)
    const next = nextRow(shown, active, wantsDecision)
    if (next !== undefined) onChoose(next)
  }
  /** What was confirmed a moment ago is a draft until the workspace has answered. */
  function wantsDecision(id: string): boolean {
    const row = session.rows.get().get(id)
    return row !== undefined && isOpen(row) && !session.isConfirming(id)
  }
  function move(step: 1 | -1) {
    const next = shown[shown.indexOf(active ?? '') + step]
    if (next !== undefined) onChoose(next)
  }
  function insertCode() {
    const held = row()
    const [unit] = held && editor.current ? missingCodes(held.source, editor.current.read()) : []
    if (unit) editor.current?.insertCodes(unit)
  }
  function copySource() {
    const held = row()
    if (held) editor.current?.replace(held.source)
  }
  const group = 'translation' as const
  useCommands([
    { id: 'confirmRow', title: t('key.confirm'), group, keys: 'Ctrl+Enter', run: confirm },
    { id: 'nextRow', title: t('key.next'), group, keys: 'Alt+ArrowDown', run: () => move(1) },
    { id: 'previousRow', title: t('key.previous'), group, keys: 'Alt+ArrowUp', run: () => move(-1) },
    { id: 'copySource', title: t('key.copySource'), group, keys: 'Alt+S', run: copySource },
    { id: 'insertCode', title: t('key.insertCode'), group, keys: 'F8', run: insertCode },
    { id: 'checkAll', title: t('finding.checkAll'), group, keys: null, run: onCheckAll },
  ])
  return stop?.row ?? null
}
