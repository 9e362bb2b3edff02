import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { conceptKinds } from '#domain/terms/termbase.ts'
import styles from '../entries/Entries.module.css'
import { type ConceptFilter, conceptStandings } from './concept-rows.ts'

type Props = Readonly<{ filter: ConceptFilter; onChange: (part: Partial<ConceptFilter>) => void }>

/** By subject, and by where a concept stands. */
export function ConceptFilters({ filter, onChange }: Props) {
  const { t } = useTranslation('terms')
  return (
    <div className={styles['filters']}>
      <NativeSelect
        size="xs"
        aria-label={t('concept.kind')}
        value={filter.kind}
        onChange={({ currentTarget: { value } }) =>
          onChange({ kind: conceptKinds.find((kind) => kind === value) ?? 'all' })
        }
        data={[
          { value: 'all', label: t('filter.allKinds') },
          ...conceptKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('filter.standing')}
        value={filter.standing}
        onChange={({ currentTarget: { value } }) =>
          onChange({ standing: conceptStandings.find((standing) => standing === value) ?? 'all' })
        }
        data={conceptStandings.map((standing) => ({ value: standing, label: t(`filter.${standing}`) }))}
      />
    </div>
  )
}
