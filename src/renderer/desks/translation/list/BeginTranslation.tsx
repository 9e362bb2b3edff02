import { Autocomplete, Button, Group, Modal, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TranslationSummary } from '#contract/translations.ts'
import { client, orpc } from '#renderer/client/client.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { offeredLanguages } from '#renderer/ui/offered-languages.ts'

type Props = Readonly<{
  /** The article in hand, already chosen. */
  article: string | null
  onClose: () => void
  onBegun: (summary: TranslationSummary) => void
}>

/** Which article, into which language. A translation that is there already is opened. */
export function BeginTranslation({ article, onClose, onBegun }: Props) {
  const { t } = useTranslation('translation')
  const languageName = useLanguageName()
  const [chosen, setChosen] = useState(article)
  const [words, setWords] = useState('')
  const [asked] = useDebouncedValue(words, 150)
  const [language, setLanguage] = useState('')
  const found = useQuery(orpc.articles.list.queryOptions({ input: { text: asked, limit: 30 } }))
  const inHand = useQuery({
    ...orpc.articles.get.queryOptions({ input: { id: chosen ?? '' } }),
    enabled: chosen !== null,
  })
  const named = offeredLanguages.map((tag) => ({ tag, name: languageName(tag) }))
  const tag = named.find(({ name }) => name === language)?.tag ?? language.trim()
  const begin = useMutation({
    mutationFn: () => client.translations.create({ article: chosen ?? '', language: tag }),
    onSuccess: onBegun,
  })
  const rows = [...(inHand.data ? [inHand.data] : []), ...(found.data?.rows ?? [])]
  const options = [...new Map(rows.map(({ id, title }) => [id, title || t('common:untitled')]))]
  return (
    <Modal opened onClose={onClose} title={t('begin.title')} size="md" returnFocus>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          begin.mutate()
        }}
      >
        <Select
          label={t('begin.article')}
          placeholder={t('begin.find')}
          searchable
          data-autofocus={article === null || undefined}
          nothingFoundMessage={t('begin.nothing')}
          data={options.map(([value, label]) => ({ value, label }))}
          filter={({ options: all }) => all}
          value={chosen}
          onChange={setChosen}
          onSearchChange={setWords}
        />
        <Autocomplete
          mt="sm"
          label={t('begin.language')}
          description={t('begin.languageHint')}
          data-autofocus={article !== null || undefined}
          data={named.map(({ name }) => name)}
          limit={30}
          value={language}
          onChange={setLanguage}
        />
        <ErrorNotice error={begin.error} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={begin.isPending} disabled={chosen === null || tag === ''}>
            {t('begin.do')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
