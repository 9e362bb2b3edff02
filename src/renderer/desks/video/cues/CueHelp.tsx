import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { plainText } from '#domain/segments/coded-text.ts'
import { orpc } from '#renderer/client/client.ts'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import { Matches } from '#renderer/ui/memory/Matches.tsx'
import { Terms } from '#renderer/ui/memory/Terms.tsx'
import { formsByKey } from '#renderer/ui/memory/term-forms.ts'
import { useSettled } from '#renderer/ui/memory/use-settled.ts'

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
const mostMatches = 4

type Props = Readonly<{
  /** The words of the source cue, lines as spaces. */
  source: string
  from: string
  to: string
  onTake: (words: string) => void
  onInsert: (form: string) => void
}>

/** What memory and termbase know of the cue in hand. */
export function CueHelp({ source, from, to, onTake, onInsert }: Props) {
  const { t } = useTranslation('translation')
  const text = useSettled(source, 150)
  const enabled = text.trim() !== ''
  const matches = useQuery({
    ...orpc.memory.lookup.queryOptions({
      input: { source: [text], previous: null, next: null, from, to, limit: mostMatches },
    }),
    enabled,
    staleTime: 5_000,
  })
  const terms = useQuery({
    ...orpc.terms.find.queryOptions({ input: { text, from, to } }),
    enabled,
    staleTime: 5_000,
  })
  const found = matches.data?.matches ?? []
  const met = terms.data ?? []
  const shared = { group: 'video', inPalette: false } as const
  useCommands([
    ...digits.map((number) => ({
      ...shared,
      id: `takeMatch${number}`,
      title: t('key.takeMatch', { number }),
      keys: `Alt+${number}`,
      run: () => {
        const match = found[number - 1]
        if (match) onTake(plainText(match.target))
      },
    })),
    ...digits.map((number) => ({
      ...shared,
      id: `insertTerm${number}`,
      title: t('key.insertTerm', { number }),
      keys: `Ctrl+${number}`,
      run: () => {
        const form = formsByKey(met)[number - 1]
        if (form !== undefined) onInsert(form)
      },
    })),
  ])
  return (
    <>
      <Terms terms={met} language={to} onInsert={onInsert} />
      <Matches
        matches={found}
        sourceLanguage={from}
        language={to}
        partial={matches.data?.complete === false}
        onTake={(match) => onTake(plainText(match.target))}
      />
    </>
  )
}
