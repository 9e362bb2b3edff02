import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#renderer/client/client.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useLanguageName } from '#renderer/i18n/use-language-name.ts'
import { openArticle } from '#renderer/ui/navigation.ts'

/** The languages of an article and the packages made of it: the story stays in hand across desks. */
export function UsesSection({ article, language }: Readonly<{ article: string; language: string }>) {
  const { t } = useTranslation('writing')
  const format = useFormat()
  const languageName = useLanguageName()
  const packages = useQuery(orpc.packages.list.queryOptions({ input: { article, limit: 20 } }))
  return (
    <>
      <section className="wd-side-section" aria-labelledby="wd-languages">
        <h2 id="wd-languages">{t('uses.languages')}</h2>
        <p className="wd-side-words">{t('uses.sourceLanguage', { language: languageName(language) })}</p>
      </section>
      <section className="wd-side-section" aria-labelledby="wd-uses">
        <h2 id="wd-uses">{t('uses.packages')}</h2>
        {packages.data?.length === 0 && <p className="wd-side-words">{t('uses.none')}</p>}
        <ul className="wd-uses">
          {packages.data?.map((made) => (
            <li key={made.id}>
              <button
                type="button"
                className="wd-timeline-entry"
                onClick={() => openArticle(article, 'publishing')}
              >
                <span className="wd-timeline-what">
                  {t(made.preview ? 'uses.preview' : 'uses.package', { channel: made.channel })}
                </span>
                <span className="wd-row-faint">
                  {format.moment(made.at)} · {made.by.name} · {format.bytes(made.bytes)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
