import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#renderer/client/client.ts'
import { DeskLayout } from '#renderer/ui/frame/DeskLayout.tsx'
import { useCommands } from '#renderer/ui/keymap/commands.ts'
import { languageFiles } from '#renderer/ui/language-files.ts'
import { useStore } from '#renderer/ui/store.ts'
import { PartList } from '../PartList.tsx'
import { MemoryOverview } from './MemoryOverview.tsx'
import { importMemories } from './memory-imports.ts'
import { UnitCard } from './UnitCard.tsx'
import { UnitSearch } from './UnitSearch.tsx'
import { useUnitSearch } from './use-unit-search.ts'

/** The translation memory: sentences to look up and mend, files in and out, what it holds. */
export function MemoryPart() {
  const { t } = useTranslation('terms')
  const picker = useRef<HTMLInputElement>(null)
  const counts = useQuery(orpc.memory.counts.queryOptions())
  const search = useUnitSearch(counts.data)
  const [chosen, setChosen] = useState<string | null>(null)
  const unit = useQuery({
    ...orpc.memory.get.queryOptions({ input: { unit: chosen ?? '' } }),
    enabled: chosen !== null,
    retry: false,
  })
  const given = useStore(languageFiles)
  useEffect(() => {
    if (given?.kind !== 'memory') return
    languageFiles.set(null)
    importMemories(given.files)
    setChosen(null)
  }, [given])
  const choose = () => picker.current?.click()
  useCommands([
    { id: 'importMemory', title: t('memory.import'), group: 'terms', keys: 'Ctrl+O', run: choose },
    {
      id: 'findEntry',
      title: t('memory.find'),
      group: 'terms',
      keys: 'Ctrl+F',
      run: () => search.field.current?.select(),
    },
  ])
  return (
    <DeskLayout
      label={t('part.memory')}
      list={
        <PartList>
          <UnitSearch search={search} chosen={chosen} onChoose={setChosen} />
        </PartList>
      }
    >
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept=".tmx"
        aria-label={t('memory.import')}
        onChange={(event) => {
          importMemories([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      {chosen !== null && unit.data ? (
        <UnitCard key={chosen} unit={unit.data} onClose={() => setChosen(null)} />
      ) : (
        <MemoryOverview counts={counts.data} error={counts.error ?? unit.error} onImport={choose} />
      )}
    </DeskLayout>
  )
}
