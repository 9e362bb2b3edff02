import { useTranslation } from 'react-i18next'
import { useCommands } from '#renderer/ui/keymap/commands.ts'

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

type Options = Readonly<{ onMatch: (at: number) => void; onTerm: (at: number) => void }>

/** A digit for each match (Alt) and each term (Ctrl) of the row in hand; places are counted from 0. */
export function useHelpKeys({ onMatch, onTerm }: Options): void {
  const { t } = useTranslation('translation')
  const shared = { group: 'translation', inPalette: false } as const
  useCommands([
    ...digits.map((number) => ({
      ...shared,
      id: `takeMatch${number}`,
      title: t('key.takeMatch', { number }),
      keys: `Alt+${number}`,
      run: () => onMatch(number - 1),
    })),
    ...digits.map((number) => ({
      ...shared,
      id: `insertTerm${number}`,
      title: t('key.insertTerm', { number }),
      keys: `Ctrl+${number}`,
      run: () => onTerm(number - 1),
    })),
  ])
}
