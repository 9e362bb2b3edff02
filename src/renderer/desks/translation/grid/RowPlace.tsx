import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { StatusCounts } from '#renderer/ui/frame/StatusCounts.tsx'

type Props = Readonly<{
  /** Place of the row in hand, from 0; undefined when there is none. */
  at: number | undefined
  all: number
  /** How many rows pass the filter. */
  shown: number
}>

/** Which sentence is in hand and, under a filter, how many are shown: in the status strip. */
export function RowPlace({ at, all, shown }: Props) {
  const { t } = useTranslation('translation')
  const format = useFormat()
  return (
    <StatusCounts>
      {at !== undefined && (
        <span>{t('strip.at', { at: format.number(at + 1), all: format.number(all) })}</span>
      )}
      {shown < all && (
        <>
          <span aria-hidden> · </span>
          <span>{t('strip.shown', { shown: format.number(shown) })}</span>
        </>
      )}
    </StatusCounts>
  )
}
