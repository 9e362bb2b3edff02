import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TranslationSession } from '#renderer/client/translation-session.ts'
import textStyles from '#renderer/ui/article-text/ArticleBlock.module.css'
import { ErrorNotice } from '#renderer/ui/failure/ErrorNotice.tsx'
import { useStore } from '#renderer/ui/store.ts'
import type { LivePreview } from './live-preview.ts'
import { PreviewBlocks } from './PreviewBlocks.tsx'
import { useLivePreview } from './use-live-preview.ts'

type Props = Readonly<{ session: TranslationSession; active: string | null }>

/** The article in the target language as it stands, along with the row in hand. */
export function Preview({ session, active }: Props) {
  const preview = useLivePreview(session)
  return preview && <PreviewText session={session} active={active} preview={preview} />
}

function PreviewText({ session, active, preview }: Props & Readonly<{ preview: LivePreview }>) {
  const { t } = useTranslation('translation')
  // Drawn behind what is typed: a long article takes longer than a frame.
  const shown = useDeferredValue(useStore(preview.shown))
  const error = useStore(preview.error)
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
  const { language } = session.summary.get()
  return (
    <>
      <ErrorNotice error={error} />
      <div ref={box} className={textStyles['text']} lang={language} role="document" aria-label={t('preview')}>
        {shown && <PreviewBlocks blocks={shown.blocks} missing={missing} />}
      </div>
    </>
  )
}
