import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MemoryCounts } from '#contract/memory.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { useStore } from '#renderer/ui/store.ts'
import styles from './Memory.module.css'
import { MemoryBatches } from './MemoryBatches.tsx'
import { MemoryExport } from './MemoryExport.tsx'
import { MemoryImportLine } from './MemoryImportLine.tsx'
import { memoryImports } from './memory-imports.ts'

type Props = Readonly<{ counts: MemoryCounts | undefined; error: Error | null; onImport: () => void }>

/** What the memory holds and where it is from; files in and out. */
export function MemoryOverview({ counts, error, onImport }: Props) {
  const { t } = useTranslation('terms')
  const format = useFormat()
  const imports = useStore(memoryImports)
  return (
    <div className={styles['overview']}>
      <header className={styles['head']}>
        <div>
          <h2>{t('memory.title')}</h2>
          <p className={styles['dim']}>
            {counts &&
              (counts.units === 0
                ? t('memory.empty')
                : t('memory.units', { count: counts.units, units: format.number(counts.units) }))}
          </p>
        </div>
        <Button size="xs" leftSection={<IconFileImport size={15} aria-hidden />} onClick={onImport}>
          {t('memory.import')}
        </Button>
      </header>
      <p className={styles['dim']}>{t('memory.importHint')}</p>
      <ErrorNotice error={error} />
      {imports.length > 0 && (
        <ul className={styles['imports']} aria-label={t('memory.imports')}>
          {imports.map((each) => (
            <MemoryImportLine key={each.id} one={each} />
          ))}
        </ul>
      )}
      {counts && counts.pairs.length > 0 && <Pairs counts={counts} />}
      {counts && counts.batches.length > 0 && <MemoryBatches batches={counts.batches} />}
      {counts && counts.units > 0 && <MemoryExport counts={counts} />}
    </div>
  )
}

function Pairs({ counts: { pairs } }: Readonly<{ counts: MemoryCounts }>) {
  const { t } = useTranslation('terms')
  const format = useFormat()
  const languageName = useLanguageName()
  return (
    <>
      <h3>{t('memory.pairs')}</h3>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('memory.pair')}</th>
            <th scope="col" className={styles['figure']}>
              {t('memory.sentences')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ one, other, units }) => (
            <tr key={`${one} ${other}`}>
              <td>
                {languageName(one)} – {languageName(other)}
              </td>
              <td className={styles['figure']}>{format.number(units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
