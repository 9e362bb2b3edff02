import { Button, Menu } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '#renderer/client/client.ts'
import { flushTyped } from '#renderer/client/window-guard.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { openTranslation } from '#renderer/ui/navigation.ts'

const usual = ['en', 'zh', 'ko', 'vi']

/** The languages of an article with their progress, one click away; another one is begun here. */
export function LanguagesSection({ article, language }: Readonly<{ article: string; language: string }>) {
  const { t } = useTranslation('writing')
  const format = useFormat()
  const languageName = useLanguageName()
  const { data, error } = useQuery(orpc.translations.list.queryOptions({ input: { article } }))
  const begin = useMutation({
    mutationFn: async (into: string) => {
      await flushTyped()
      return client.translations.create({ article, language: into })
    },
    onSuccess: (begun) => openTranslation(begun.article, begun.language),
  })
  const there = new Set([language, ...(data?.map((each) => each.language) ?? [])])
  const others = usual.filter((tag) => !there.has(tag))
  return (
    <section className="wd-side-section" aria-labelledby="wd-languages">
      <h2 id="wd-languages">{t('uses.languages')}</h2>
      <p className="wd-side-words">{t('uses.sourceLanguage', { language: languageName(language) })}</p>
      <ErrorNotice error={error ?? begin.error} />
      <ul className="wd-uses">
        {data?.map(({ document, language: into, state, progress, readiness }) => (
          <li key={document}>
            <button
              type="button"
              className="wd-timeline-entry"
              onClick={() => openTranslation(article, into)}
            >
              <span className="wd-timeline-what">{languageName(into)}</span>
              <span className="wd-row-faint">
                {t(`common:state.${state}`)} ·{' '}
                {t('uses.confirmedWords', {
                  done: format.number(progress.confirmedWords),
                  all: format.number(progress.words),
                })}
                {progress.staleRows > 0 && ` · ${t('uses.stale', { count: progress.staleRows })}`}
                {progress.staleRows === 0 && readiness === 'stale' && ` · ${t('publishing:state.stale')}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        // Sections above still grow while the article opens: what was opened here must not vanish with its button.
        <Menu position="bottom-start" withinPortal hideDetached={false}>
          <Menu.Target>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconLanguage size={15} aria-hidden />}
              loading={begin.isPending}
            >
              {t('uses.translateInto')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((tag) => (
              <Menu.Item key={tag} onClick={() => begin.mutate(tag)}>
                {languageName(tag)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </section>
  )
}
