import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TranslationRow } from '#contract/translations.ts'
import { client } from '#renderer/client/client.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { CodedWords } from '#renderer/ui/memory/CodedWords.tsx'
import styles from './Offers.module.css'

type Props = Readonly<{ session: TranslationSession; row: TranslationRow; onPicked: () => void }>

/** Two people translated the sentence apart from each other: both texts, until one is picked. */
export function Variants({ session, row, onPicked }: Props) {
  const { t } = useTranslation('translation')
  const picking = useMutation({
    mutationFn: (text: string) =>
      client.translations.pick({ document: session.document, row: row.row, text }),
    onSuccess: (picked) => {
      session.take(picked)
      onPicked()
    },
  })
  return (
    <>
      <ul className={styles['list']} aria-label={t('variants')}>
        {row.variants.map((variant) => (
          <li key={variant.text} className={styles['offer']}>
            {variant.by && <span className={styles['by']}>{variant.by.name}</span>}
            <p lang={session.summary.get().language} className={styles['words']}>
              <CodedWords text={variant.target} />
            </p>
            <Button
              size="compact-xs"
              variant="default"
              loading={picking.isPending}
              onClick={() => picking.mutate(variant.text)}
            >
              {t('pick')}
            </Button>
          </li>
        ))}
      </ul>
      <ErrorNotice error={picking.error} />
    </>
  )
}
