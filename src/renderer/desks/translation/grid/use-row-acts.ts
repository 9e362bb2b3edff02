import { useMutation } from '@tanstack/react-query'
import { uuidv7 } from 'uuidv7'
import type { TranslationRow } from '#contract/translations.ts'
import { client } from '#renderer/client/client.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'

export type RowAct =
  | 'unconfirm'
  | 'omit'
  | 'takeIn'
  | 'add'
  | 'removeAdded'
  | 'merge'
  | 'unmerge'
  | 'separate'
  | 'share'

/** What can be done to a row beside writing it. What is typed is on disk first, so that it goes along. */
export function useRowActs(session: TranslationSession, onAdded: (row: string) => void) {
  return useMutation({
    mutationFn: async ({ act, row }: Readonly<{ act: RowAct; row: string }>) => {
      await session.flush()
      return { act, row: await run(act, session.document, row) }
    },
    onSuccess: ({ act, row }) => {
      if (row === undefined) return
      session.take(row)
      if (act === 'add') onAdded(row.row)
    },
  })
}

async function run(act: RowAct, document: string, row: string): Promise<TranslationRow | undefined> {
  const { translations } = client
  switch (act) {
    case 'omit':
    case 'takeIn':
      return translations.omit({ document, row, omitted: act === 'omit' })
    case 'add':
      return translations.add({ document, row, id: uuidv7() })
    case 'removeAdded':
      await translations.removeAdded({ document, row })
      return undefined
    default:
      return translations[act]({ document, row })
  }
}

/** What makes sense for a row as it is. */
export function actsFor(row: TranslationRow): readonly RowAct[] {
  const acts: readonly (RowAct | false)[] = [
    row.state === 'confirmed' && 'unconfirm',
    row.kind === 'sentence' && (row.state === 'omitted' ? 'takeIn' : 'omit'),
    'add',
    row.kind === 'added' && 'removeAdded',
    row.kind === 'sentence' && 'merge',
    row.merged > 1 && 'unmerge',
    row.shared > 1 && !row.separated && 'separate',
    row.separated && 'share',
  ]
  return acts.filter((act) => act !== false)
}
