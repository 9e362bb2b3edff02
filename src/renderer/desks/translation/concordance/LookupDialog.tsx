import type { RefObject } from 'react'
import { assertNever } from '#domain/result.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { AddTerm } from '#renderer/ui/terms/AddTerm.tsx'
import type { TargetHandle } from '../target/TargetEditor.tsx'
import { Concordance } from './Concordance.tsx'
import type { Lookups } from './use-lookups.ts'

type Props = Readonly<{
  session: TranslationSession
  lookups: Lookups
  editor: RefObject<TargetHandle | null>
}>

/** The dialog that is open over the row in hand. */
export function LookupDialog({ session, lookups, editor }: Props) {
  const { open, close } = lookups
  const { sourceLanguage: from, language: to } = session.summary.get()
  if (open === null) return null
  switch (open.kind) {
    case 'concordance':
      return (
        <Concordance
          pair={{ from, to }}
          first={open}
          canInsert={editor.current !== null}
          onInsert={(words) => {
            editor.current?.insert([words])
            close()
          }}
          onClose={close}
        />
      )
    case 'addTerm':
      return <AddTerm from={from} to={to} source={open.source} target={open.target} onClose={close} />
    default:
      return assertNever(open)
  }
}
