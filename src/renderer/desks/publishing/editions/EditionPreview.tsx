import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EditionView } from '#contract/editions.ts'
import type { EditionField } from '#domain/channels.ts'
import { assetUrl, mediaUrl } from '../../../client/asset-url.ts'
import { orpc } from '../../../client/client.ts'
import { useWorkspace } from '../../../ui/workspace.tsx'
import { EmailPreview } from '../previews/EmailPreview.tsx'
import { FacebookPreview } from '../previews/FacebookPreview.tsx'
import type { PreviewFacts } from '../previews/preview-facts.ts'
import { SmsPreview } from '../previews/SmsPreview.tsx'
import { UprightPreview } from '../previews/UprightPreview.tsx'
import { YouTubePreview } from '../previews/YouTubePreview.tsx'
import { ZaloPreview } from '../previews/ZaloPreview.tsx'

type Props = Readonly<{ view: EditionView; texts: ReadonlyMap<EditionField, string> }>

/** How the text will look where it is posted, with every letter that is typed. */
export function EditionPreview({ view, texts }: Props) {
  const { t } = useTranslation('publishing')
  const facts = usePreviewFacts(view, texts)
  const foldAt = view.fields
    .flatMap(({ counters }) => counters)
    .find(({ field, warnAt }) => field === 'text' && warnAt !== null)?.warnAt
  switch (view.kind) {
    case 'facebook':
      return <FacebookPreview {...facts} foldAt={foldAt ?? Number.POSITIVE_INFINITY} />
    case 'youtube':
      return <YouTubePreview {...facts} />
    case 'tiktok':
      return <UprightPreview {...facts} />
    case 'zalo':
      return <ZaloPreview {...facts} />
    case 'sms':
      return <SmsPreview {...facts} />
    case 'email':
      return <EmailPreview {...facts} />
    default:
      return <p>{t('look.none')}</p>
  }
}

function usePreviewFacts(view: EditionView, texts: Props['texts']): PreviewFacts {
  const { session } = useWorkspace()
  const clips = useQuery(orpc.clips.list.queryOptions({ input: { article: view.article } }))
  const clip = clips.data?.find(({ kind }) => kind === 'video')
  return {
    fields: Object.fromEntries(texts),
    language: view.language,
    page: session.newsroom?.name ?? '',
    pictures: view.pictures.filter(({ posted }) => posted).map(({ asset }) => assetUrl(asset, 800)),
    clip: clip ? mediaUrl(`/clip/${clip.clip}/thumbnail?at=1000&height=720`) : null,
  }
}
