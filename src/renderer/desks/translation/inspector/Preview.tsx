import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#renderer/client/client.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import textStyles from '#renderer/ui/article-text/ArticleBlock.module.css'
import { ArticleBlock } from '#renderer/ui/article-text/ArticleBlock.tsx'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { useStore } from '#renderer/ui/store.ts'
import { useSettled } from '../help/use-settled.ts'
import styles from './TranslationInspector.module.css'

/** Milliseconds that the saving has rested: the whole article is asked for. */
const rest = 400

type Props = Readonly<{ session: TranslationSession; active: string | null }>

/** The article in the target language as it stands, along with the row in hand. */
export function Preview({ session, active }: Props) {
  const { t } = useTranslation('translation')
  const { language, updatedAt } = useStore(session.summary)
  const settled = useSettled(updatedAt, rest)
  const { document } = session
  const { data, error } = useQuery({
    ...orpc.translations.preview.queryOptions({ input: { document } }),
    queryKey: [...orpc.translations.preview.queryKey({ input: { document } }), settled],
    placeholderData: keepPreviousData,
  })
  const box = useRef<HTMLDivElement>(null)
  const block = active === null ? undefined : session.rows.get().get(active)?.block
  // biome-ignore lint/correctness/useExhaustiveDependencies: a first answer is scrolled to as well
  useEffect(() => {
    if (block === undefined) return
    box.current?.querySelector(`[data-block="${CSS.escape(block)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [block, data])
  const missing = new Set(data?.missing.map((id) => session.rows.get().get(id)?.block))
  return (
    <>
      <ErrorNotice error={error} />
      <div ref={box} className={textStyles['text']} lang={language} role="document" aria-label={t('preview')}>
        {data?.text.blocks.map((each) => (
          <div
            key={each.id}
            data-block={each.id}
            className={missing.has(each.id) ? styles['missing'] : undefined}
          >
            <ArticleBlock block={each} />
          </div>
        ))}
      </div>
    </>
  )
}
