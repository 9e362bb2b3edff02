import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MemoryUnit } from '#contract/memory.ts'
import { orpc } from '../../client/client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Help.module.css'

/** Who wrote it, when, and where it stood. */
export function MatchOrigin({
  match: { by, at, origin },
}: Readonly<{ match: Pick<MemoryUnit, 'by' | 'at' | 'origin'> }>) {
  const { t } = useTranslation('translation')
  const format = useFormat()
  const learned = origin.kind === 'learned' && origin.document !== ''
  const known = useQuery({
    ...orpc.translations.get.queryOptions({ input: { document: origin.document } }),
    enabled: learned,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const place = learned ? known.data?.sourceTitle : origin.name
  return (
    <span className={styles['origin']}>
      {[by, format.moment(at), place || t(`match.from.${origin.kind}`)].filter(Boolean).join(' · ')}
    </span>
  )
}
