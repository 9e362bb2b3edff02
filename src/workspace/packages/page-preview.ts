import { type Failure, failure } from '#contract/failures.ts'
import { type Channel, takesEdition } from '#domain/channels.ts'
import { articleDocument, type DocumentId, translationOf } from '#domain/document-id.ts'
import type { PortalRendition, PortalText } from '#domain/portal-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { renderPage } from '#formats/portal-html/page.ts'
import type { PackageContext } from './package-context.ts'
import { pictureHashes } from './package-pictures.ts'
import { planPackage } from './package-plan.ts'
import { documentIn, type PlannedText } from './planned-text.ts'

type Request = Readonly<{ article: string; channel: string; language: string; mediaOrigin: string }>
type Shown = Readonly<{ html: string; approvedAt: number | null }>

/** The page a package would hold, by the same plan and the same renderer (FLOW2); its pictures are scaled ones. */
export function previewPage(context: PackageContext, request: Request): Result<Shown, Failure> {
  const { article, channel, language, mediaOrigin } = request
  const known = context.channels.find(({ id }) => id === channel)
  if (!known || takesEdition(known)) return fail(failure('channel-unknown', { channel }))
  const current = context.documents.read(articleDocument(article))
  if (!current.ok) return current
  const document = documentIn(context, { article, current: current.value, language })
  const preview = !hasApproved(context, document)
  const order = { id: article, article, channel, languages: [language], preview, directory: null }
  const plan = planPackage(context, order)
  if (!plan.ok) return plan
  const [planned] = plan.value.texts
  if (!planned) throw new Error('A plan has a text')
  const text = {
    ...planned.text,
    languages: [language],
    pictures: scaledPictures(context, plan.value.channel, planned),
  }
  const onScreen = ({ path }: PortalRendition) => mediaOrigin + path
  return succeed({ html: renderPage(text, { onScreen }), approvedAt: text.approvedAt })
}

/** A translation whose source is not approved is looked at like one that is not approved itself. */
function hasApproved(context: PackageContext, document: DocumentId): boolean {
  if (context.approvedRevision(document) === null) return false
  return !translationOf(document) || context.translationReadiness(document) !== 'sourceNotApproved'
}

function scaledPictures(
  context: PackageContext,
  channel: Channel,
  { text }: PlannedText,
): PortalText['pictures'] {
  return new Map(
    pictureHashes([text.article]).map((hash) => [hash, renditionsOf(context, channel, hash)] as const),
  )
}

/** As large as the package's would be; the bytes come from where the shell serves pictures. */
function renditionsOf(
  { assets }: PackageContext,
  channel: Channel,
  hash: string,
): readonly PortalRendition[] {
  const asset = assets.find(hash)
  if (!asset.ok || asset.value.width === null || asset.value.height === null) return []
  const { width, height } = asset.value
  const widths = new Set(channel.renditions.map((rendition) => Math.min(rendition.width, width)))
  return [...widths]
    .sort((left, right) => right - left)
    .map((wide) => ({
      path: `/asset/${hash}?width=${wide}`,
      rendition: String(wide),
      sha256: '',
      bytes: 0,
      mediaType: 'image/webp',
      width: wide,
      height: Math.round((wide * height) / width),
    }))
}
