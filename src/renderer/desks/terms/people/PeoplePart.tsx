import { NativeSelect } from '@mantine/core'
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
import { chosenPerson, personDrafts } from '../entries/drafts.ts'
import styles from '../entries/Entries.module.css'
import { EntryHead } from '../entries/EntryHead.tsx'
import { EntryList } from '../entries/EntryList.tsx'
import { useEntryDesk } from '../entries/use-entry-desk.ts'
import { useEntryKeys } from '../entries/use-entry-keys.ts'
import { PartList } from '../PartList.tsx'
import { PersonCard } from './PersonCard.tsx'
import { PersonForm } from './PersonForm.tsx'
import { PersonRow } from './PersonRow.tsx'
import { emptyPerson, noFilter, type PersonFilter, personRows, personStandings } from './person-rows.ts'
import { today } from './today.ts'

const filterNow = createWatchedValue<PersonFilter>(noFilter)

/** The register of people: officials to find, and one of them to read or to write. */
export function PeoplePart() {
  const { t } = useTranslation('terms')
  const { data, error } = useQuery(orpc.terms.get.queryOptions())
  const filter = useStore(filterNow)
  const people = useMemo(() => data?.people ?? [], [data])
  const rows = useMemo(() => personRows(people, filter, today()), [people, filter])
  const desk = useEntryDesk({
    entries: people,
    drafts: personDrafts,
    chosen: chosenPerson,
    makeEmpty: () => emptyPerson(uuidv7),
  })
  useEntryKeys({ desk, add: t('person.add') })
  const change = (part: Partial<PersonFilter>) => filterNow.set({ ...filter, ...part })
  return (
    <DeskLayout
      label={t('part.people')}
      list={
        <PartList>
          <EntryHead
            add={t('person.add')}
            find={t('person.find')}
            words={filter.words}
            search={desk.search}
            box={desk.box}
            onAdd={desk.add}
            onWords={(words) => change({ words })}
          >
            <NativeSelect
              size="xs"
              aria-label={t('filter.standing')}
              value={filter.standing}
              onChange={({ currentTarget: { value } }) =>
                change({ standing: personStandings.find((standing) => standing === value) ?? 'all' })
              }
              data={personStandings.map((standing) => ({
                value: standing,
                label: t(`personFilter.${standing}`),
              }))}
            />
          </EntryHead>
          <ErrorNotice error={error} />
          {data && rows.length === 0 && (
            <p className={styles['none']}>{t(people.length > 0 ? 'person.noneFound' : 'person.none')}</p>
          )}
          <EntryList
            label={t('person.count', { count: rows.length })}
            rows={rows}
            chosen={desk.chosenId}
            box={desk.box}
            onChoose={desk.choose}
            onOpen={(id) => {
              const entry = people.find((person) => person.id === id)
              if (entry) desk.edit(entry)
            }}
            onType={() => desk.search.current?.focus()}
          >
            {(person) => <PersonRow person={person} isDraft={desk.isDraft(person.id)} />}
          </EntryList>
        </PartList>
      }
    >
      {desk.draft ? (
        <PersonForm
          key={desk.draft.now.id}
          draft={desk.draft}
          others={people}
          concepts={data?.concepts ?? []}
          onLeave={desk.leave}
        />
      ) : desk.entry ? (
        <PersonCard
          key={desk.entry.id}
          person={desk.entry}
          concepts={data?.concepts ?? []}
          onEdit={desk.edit}
        />
      ) : (
        data && <EmptyState title={t('person.nothing')} hint={t('person.nothingHint')} />
      )}
    </DeskLayout>
  )
}
