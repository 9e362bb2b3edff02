import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { memo, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleText } from '#contract/article-text.ts'
import { orpc } from '#renderer/client/client.ts'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import textStyles from '#renderer/ui/article-text/ArticleBlock.module.css'
import { ArticleBlock } from '#renderer/ui/article-text/ArticleBlock.tsx'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { useSettled } from '#renderer/ui/memory/use-settled.ts'
import { useStore } from '#renderer/ui/store.ts'
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
  // Drawn behind what is typed: a long article takes longer than a frame.
  const shown = useDeferredValue(data)
  const box = useRef<HTMLDivElement>(null)
  const block = active === null ? undefined : session.rows.get().get(active)?.block
  // biome-ignore lint/correctness/useExhaustiveDependencies: a first answer is scrolled to as well
  useEffect(() => {
    if (block === undefined) return
    box.current?.querySelector(`[data-block="${CSS.escape(block)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [block, shown])
  const missing = useMemo(
    () => new Set(shown?.missing.map((id) => session.rows.get().get(id)?.block)),
    [shown, session],
  )
  return (
    <>
      <ErrorNotice error={error} />
      <div ref={box} className={textStyles['text']} lang={language} role="document" aria-label={t('preview')}>
        {shown && <Blocks blocks={shown.text.blocks} missing={missing} />}
      </div>
    </>
  )
}

type BlocksProps = Readonly<{
  blocks: readonly ArticleText['blocks'][number][]
  missing: ReadonlySet<string | undefined>
}>

/** Drawn again only with another text, not with every row that is gone to. */
const Blocks = memo(function Blocks({ blocks, missing }: BlocksProps) {
  return blocks.map((block) => (
    <div
      key={block.id}
      data-block={block.id}
      className={`${styles['block']} ${missing.has(block.id) ? styles['missing'] : ''}`}
    >
      <ArticleBlock block={block} />
    </div>
  ))
})
