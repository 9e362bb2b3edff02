import { type RefObject, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '#renderer/ui/keymap/commands.ts'

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** What a digit does to the row in hand; places are counted from 0. */
export type HelpKeys = Readonly<{ onMatch: (at: number) => void; onTerm: (at: number) => void }>

/**
 * A digit for each match (Alt) and each term (Ctrl) of the row in hand, which puts itself into `inHand`: they stay
 * registered while rows come and go.
 */
export function useHelpKeys(inHand: RefObject<HelpKeys | null>): void {
  const { t } = useTranslation('translation')
  const commands = useMemo(() => {
    const shared = { group: 'translation', inPalette: false } as const
    return [
      ...digits.map((number) => ({
        ...shared,
        id: `takeMatch${number}`,
        title: t('key.takeMatch', { number }),
        keys: `Alt+${number}`,
        run: () => inHand.current?.onMatch(number - 1),
      })),
      ...digits.map((number) => ({
        ...shared,
        id: `insertTerm${number}`,
        title: t('key.insertTerm', { number }),
        keys: `Ctrl+${number}`,
        run: () => inHand.current?.onTerm(number - 1),
      })),
    ]
  }, [t, inHand])
  useCommands(commands)
}
