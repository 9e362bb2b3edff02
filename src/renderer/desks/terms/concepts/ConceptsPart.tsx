import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { uuidv7 } from 'uuidv7'
import { orpc } from '#renderer/client/client.ts'
import { createWatchedValue } from '#renderer/client/stores.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { DeskLayout } from '#renderer/ui/frame/DeskLayout.tsx'
import { useStore } from '#renderer/ui/store.ts'
import { chosenConcept, conceptDrafts } from '../entries/drafts.ts'
import styles from '../entries/Entries.module.css'
import { EntryHead } from '../entries/EntryHead.tsx'
import { EntryList } from '../entries/EntryList.tsx'
import { useEntryDesk } from '../entries/use-entry-desk.ts'
import { useEntryKeys } from '../entries/use-entry-keys.ts'
import { GlossaryMenu } from '../glossary/GlossaryMenu.tsx'
import { PartList } from '../PartList.tsx'
import { ConceptCard } from './ConceptCard.tsx'
import { ConceptFilters } from './ConceptFilters.tsx'
import { ConceptForm } from './ConceptForm.tsx'
import { ConceptRow } from './ConceptRow.tsx'
import { emptyConcept } from './concept-form.ts'
import { type ConceptFilter, conceptRows, noFilter } from './concept-rows.ts'

const filterNow = createWatchedValue<ConceptFilter>(noFilter)

/** The termbase: concepts to find, and one of them to read or to write. */
export function ConceptsPart() {
  const { t } = useTranslation('terms')
  const { data, error } = useQuery(orpc.terms.get.queryOptions())
  const filter = useStore(filterNow)
  const concepts = useMemo(() => data?.concepts ?? [], [data])
  const rows = useMemo(() => conceptRows(concepts, filter), [concepts, filter])
  const desk = useEntryDesk({
    entries: concepts,
    drafts: conceptDrafts,
    chosen: chosenConcept,
    makeEmpty: () => emptyConcept(uuidv7),
  })
  useEntryKeys({ desk, add: t('concept.add') })
  const change = (part: Partial<ConceptFilter>) => filterNow.set({ ...filter, ...part })
  return (
    <DeskLayout
      label={t('part.concepts')}
      list={
        <PartList>
          <EntryHead
            add={t('concept.add')}
            find={t('concept.find')}
            words={filter.words}
            search={desk.search}
            box={desk.box}
            onAdd={desk.add}
            onWords={(words) => change({ words })}
            menu={<GlossaryMenu />}
          >
            <ConceptFilters filter={filter} onChange={change} />
            <p className="tt-hidden" role="status">
              {t('concept.count', { count: rows.length })}
            </p>
          </EntryHead>
          <ErrorNotice error={error} />
          {data && rows.length === 0 && <Nothing isFiltered={concepts.length > 0} />}
          <EntryList
            label={t('concept.count', { count: rows.length })}
            rows={rows}
            chosen={desk.chosenId}
            box={desk.box}
            onChoose={desk.choose}
            onOpen={(id) => {
              const entry = concepts.find((concept) => concept.id === id)
              if (entry) desk.edit(entry)
            }}
            onType={() => desk.search.current?.focus()}
          >
            {(concept) => <ConceptRow concept={concept} isDraft={desk.isDraft(concept.id)} />}
          </EntryList>
        </PartList>
      }
    >
      {desk.draft ? (
        <ConceptForm key={desk.draft.now.id} draft={desk.draft} others={concepts} onLeave={desk.leave} />
      ) : desk.entry ? (
        <ConceptCard key={desk.entry.id} concept={desk.entry} onEdit={desk.edit} />
      ) : (
        data && <EmptyState title={t('concept.nothing')} hint={t('concept.nothingHint')} />
      )}
    </DeskLayout>
  )
}

function Nothing({ isFiltered }: Readonly<{ isFiltered: boolean }>) {
  const { t } = useTranslation('terms')
  return <p className={styles['none']}>{t(isFiltered ? 'concept.noneFound' : 'concept.none')}</p>
}
