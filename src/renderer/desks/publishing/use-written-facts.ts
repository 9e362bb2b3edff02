import { useTranslation } from 'react-i18next'
import type { PackageRow } from '#contract/packages.ts'
import { useFormat } from '../../i18n/use-format.ts'

type Facts = PackageRow['warnings'][number]['facts']

/** Numbers, moments and languages among the facts, as they are written in the interface's language. */
export function useWrittenFacts(): (facts: Facts) => Record<string, string> {
  const { t } = useTranslation('common')
  const format = useFormat()
  return (facts) =>
    Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, writeFact(name, value)] as const))

  function writeFact(name: string, value: string | number): string {
    if (typeof value === 'number') return format.number(value)
    if (name === 'language') return t(`tongue.${value}`, value)
    const at = name === 'until' ? Date.parse(value) : Number.NaN
    return Number.isNaN(at) ? value : format.moment(at)
  }
}
