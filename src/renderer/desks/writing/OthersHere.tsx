import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Article } from '#domain/article.ts'
import { blockText } from '#domain/blocks.ts'
import type { DocumentId } from '#domain/document-id.ts'
import { orpc } from '#renderer/client/client.ts'
import { Initials } from '#renderer/ui/people/Initials.tsx'

type Props = Readonly<{ document: DocumentId; article: Article; onJump: (block: string) => void }>

/** Who else has this article open, in this newsroom's other windows, and where they type. */
export function OthersHere({ document, article, onJump }: Props) {
  const { t } = useTranslation('writing')
  const { data } = useQuery(orpc.documents.present.queryOptions({ input: { document } }))
  if (!data || data.length === 0) return null
  return (
    <ul className="wd-others" aria-label={t('others.label')}>
      {data.map(({ person, self, typingIn }, at) => {
        const block = article.blocks.find(({ id }) => id === typingIn)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: one person may have two windows here
          <li key={`${person.id} ${at}`} data-typing={block !== undefined || undefined}>
            <Initials name={person.name} />
            <span>{self ? t('others.self') : t('others.here', { name: person.name })}</span>
            {block && (
              <button type="button" onClick={() => onJump(block.id)} title={t('check.jump')}>
                {t('others.typing', { text: blockText(block).slice(0, 32) || t('others.emptyBlock') })}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
