import { NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemoryUnit } from '#contract/memory.ts'
import { memoryLanguage } from '#domain/memory/unit.ts'
import { plainText } from '#domain/segments/coded-text.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { MarkedWords } from '#renderer/ui/memory/MarkedWords.tsx'
import styles from '../entries/Entries.module.css'
import { EntryList } from '../entries/EntryList.tsx'
import type { UnitSearchState } from './use-unit-search.ts'

type Props = Readonly<{
  search: UnitSearchState
  chosen: string | null
  onChoose: (unit: string) => void
}>

/** Sentences of the memory by words in them. */
export function UnitSearch({ search, chosen, onChoose }: Props) {
  const { t } = useTranslation('terms')
  const languageName = useLanguageName()
  const { query, words, languages, units, change, field, box } = search
  const rows = useMemo(() => units.map((unit) => ({ id: unit.unit, unit })), [units])
  const options = languages.map((language) => ({ value: language, label: languageName(language) }))
  return (
    <>
      <div className={styles['head']}>
        <TextInput
          ref={field}
          size="xs"
          type="search"
          aria-label={t('memory.find')}
          placeholder={t('memory.find')}
          leftSection={<IconSearch size={14} aria-hidden />}
          maxLength={500}
          value={query.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return
            event.preventDefault()
            box.current?.focus()
          }}
        />
        <div className={styles['filters']}>
          <NativeSelect
            size="xs"
            aria-label={t('memory.findIn')}
            value={query.language}
            onChange={(event) => change({ language: event.currentTarget.value })}
            data={options.length > 0 ? options : [{ value: 'vi', label: languageName('vi') }]}
          />
          <NativeSelect
            size="xs"
            aria-label={t('memory.other')}
            value={query.other}
            onChange={(event) => change({ other: event.currentTarget.value })}
            data={[
              { value: '', label: t('memory.anyOther') },
              ...options.filter(({ value }) => value !== query.language),
            ]}
          />
        </div>
        {words !== '' && !search.isPending && (
          <p className={styles['count']} role="status">
            {t(search.isFull ? 'memory.foundMany' : 'memory.found', { count: units.length })}
          </p>
        )}
      </div>
      <ErrorNotice error={search.error} />
      {words === '' && <p className={styles['none']}>{t('memory.findHint')}</p>}
      {words !== '' && !search.isPending && units.length === 0 && (
        <p className={styles['none']}>{t('memory.noneFound')}</p>
      )}
      {rows.length > 0 && (
        <EntryList
          label={t('memory.found', { count: rows.length })}
          rows={rows}
          chosen={chosen}
          box={box}
          onChoose={onChoose}
          onOpen={onChoose}
          onType={() => field.current?.focus()}
        >
          {({ unit }) => <UnitRow unit={unit} language={query.language} words={words} />}
        </EntryList>
      )}
    </>
  )
}

type RowProps = Readonly<{ unit: MemoryUnit; language: string; words: string }>

function UnitRow({ unit: { texts }, language, words }: RowProps) {
  const isOwn = (text: MemoryUnit['texts'][number]) =>
    memoryLanguage(text.language) === memoryLanguage(language)
  const own = texts.find(isOwn)
  const [other] = texts.filter((text) => !isOwn(text))
  return (
    <>
      <span className={styles['phrase']} lang={own?.language}>
        <MarkedWords text={own ? plainText(own.text) : ''} query={words} />
      </span>
      <span className={styles['others']} lang={other?.language}>
        {other && plainText(other.text)}
      </span>
    </>
  )
}
