import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './Beside.module.css'
import type { Facts, NamedFact } from './beside-facts.ts'

/** Names, terms and numbers of a sentence beside what stands for them. */
export function FactsBeside({ facts: { named, numbers } }: Readonly<{ facts: Facts }>) {
  const { t } = useTranslation('review')
  const counted = numbers.source.length + numbers.target.length > 0
  if (named.length === 0 && !counted) return null
  return (
    <dl className={styles['facts']}>
      {counted && (
        <div>
          <dt>{t('beside.numbers')}</dt>
          <dd>
            {numbers.source.join(' · ') || '—'} → {numbers.target.join(' · ') || '—'}
          </dd>
        </div>
      )}
      {named.map((fact) => (
        <Named key={`${fact.kind}-${fact.source}`} fact={fact} />
      ))}
    </dl>
  )
}

function Named({ fact }: Readonly<{ fact: NamedFact }>) {
  const { t } = useTranslation('review')
  const { kind, source, target, wanted } = fact
  return (
    <div data-there={target !== null || wanted.length === 0}>
      <dt>{t(`beside.${kind}`)}</dt>
      <dd>
        {source} →{' '}
        {target ??
          (wanted.length === 0
            ? t('beside.unknownForm')
            : t('beside.notThere', { wanted: wanted.join(' / ') }))}{' '}
        {target !== null && <IconCheck size={13} aria-hidden />}
        {target === null && wanted.length > 0 && <IconAlertTriangle size={13} aria-hidden />}
      </dd>
    </div>
  )
}
