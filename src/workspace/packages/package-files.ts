import { canonicalJson } from '#domain/canonical-json.ts'
import { takesEdition } from '#domain/channels.ts'
import { editionTexts } from '#domain/editions/edition-article.ts'
import {
  approvalsFolder,
  byPath,
  editionTemplate,
  manifestName,
  type PackageFile,
  type PackageManifest,
  type PortalTemplate,
  packageSchema,
  portalTemplate,
  textPaths,
} from '#domain/package-manifest.ts'
import type { PortalRendition, PortalText } from '#domain/portal-text.ts'
import type { RecordKind, SignedRecord } from '#domain/records.ts'
import { renderNinjs } from '#formats/ninjs/ninjs.ts'
import { renderPage } from '#formats/portal-html/page.ts'
import { portalWords } from '#formats/portal-html/words.ts'
import { sha256Hex } from '../store/sha256.ts'
import type { ChannelText, PostedPicture } from './channels/channel-file.ts'
import { channelFiles } from './channels/channel-files.ts'
import type { ApprovedText } from './package-context.ts'
import type { PackagePlan } from './package-plan.ts'
import type { PlannedText } from './planned-text.ts'

/** A file of a package on its way out, with what the manifest says of it. */
export type MadeFile = PackageFile & Readonly<{ content: Buffer }>
const approvalKinds: readonly RecordKind[] = ['approval', 'paperApproval']
type Pictures = PortalText['pictures']

/** A picture's file as it was read from where it was derived. */
export type MadePicture = PortalRendition & Readonly<{ original: string; content: Buffer }>

/** The package's files but the manifest, sorted by path. */
export function packageFiles(plan: PackagePlan, pictures: readonly MadePicture[]): readonly MadeFile[] {
  if (takesEdition(plan.channel)) return editionPackage(plan, pictures)
  const byOriginal = Map.groupBy(pictures, ({ original }) => original)
  const languages = plan.texts.map(({ text }) => text.language)
  const files = [
    ...plan.texts.flatMap((planned) => textFiles(planned, languages, byOriginal)),
    ...recordFiles(plan.texts),
    ...pictures.map(pictureFile),
  ]
  return [...files].sort(byPath)
}

/** A package of editions: what follows from their texts, the revisions, who approved them, pictures by language. */
function editionPackage(plan: PackagePlan, pictures: readonly MadePicture[]): readonly MadeFile[] {
  const texts = plan.texts.map(({ text }) =>
    channelText(
      plan,
      text,
      pictures.filter(({ path }) => path.startsWith(`${text.language}/`)),
    ),
  )
  const kind = takesEdition(plan.channel) ? plan.channel.kind : undefined
  const made = kind === undefined ? [] : channelFiles(kind, texts)
  const files = [
    ...made.map(({ path, mediaType, language, content }) => madeFile(path, mediaType, language, content)),
    ...plan.texts.map(({ text, body }) =>
      madeFile(textPaths(text.language).revision, 'application/json', text.language, body),
    ),
    ...recordFiles(plan.texts),
    ...pictures.map(pictureFile),
  ]
  return files.sort(byPath)
}

/** A picture's file and its bytes, as they stand in a package. */
export type StoredPicture = Pick<MadePicture, 'path' | 'mediaType' | 'sha256' | 'original' | 'content'>

/** What the files of one language of an edition are made from: gathered to make them, and again to verify them. */
export function channelText(
  { channel }: Pick<PackageManifest, 'channel'>,
  text: Pick<PortalText, 'article' | 'language' | 'revision' | 'preview'>,
  pictures: readonly StoredPicture[],
): ChannelText {
  const texts = editionTexts(text.article)
  if (!texts || !takesEdition(channel)) throw new Error(`${text.language} is no edition`)
  const words = new Map(texts.pictures.map((picture) => [picture.asset, picture]))
  const posted = [...pictures].sort(byPath).map(({ original, ...file }): PostedPicture => {
    const { caption = '', alt = '', credit = '' } = words.get(original) ?? {}
    return { ...file, caption, alt, credit }
  })
  const { language, revision, preview } = text
  const previewNotice = portalWords(language).preview
  return { channel, texts, language, revision, preview, previewNotice, pictures: posted }
}

/** The manifest as it stands in the package: canonical, so that no two manifests say the same. */
export function manifestFile(plan: PackagePlan, files: readonly MadeFile[]): MadeFile {
  const manifest: PackageManifest = {
    schema: packageSchema,
    template: takesEdition(plan.channel) ? editionTemplate : portalTemplate,
    channel: plan.channel,
    preview: plan.order.preview,
    article: plan.order.article,
    newsroom: plan.newsroom,
    texts: plan.texts.map(({ document, text, approved }) => ({
      language: text.language,
      document,
      revision: text.revision,
      approval: approved ? approvalHash(approved) : null,
    })),
    files: files.map(({ content: _, ...file }) => file),
  }
  return madeFile(manifestName, 'application/json', null, canonicalJson(manifest))
}

/** The files of one language that follow from its text; the same are made again to verify a package. */
export function renderedTexts(
  text: PortalText,
  template: PortalTemplate = portalTemplate,
): Readonly<Record<'page' | 'ninjs', string>> {
  return { page: renderPage(text, { template }), ninjs: renderNinjs(text) }
}

function approvalHash({ approvalRecords }: ApprovedText): string | null {
  const approval = approvalRecords.find(({ record }) => approvalKinds.includes(record.kind))
  return approval?.hash ?? null
}

function textFiles(
  { text, body }: PlannedText,
  languages: readonly string[],
  pictures: Pictures,
): readonly MadeFile[] {
  const paths = textPaths(text.language)
  const { page, ninjs } = renderedTexts({ ...text, languages, pictures })
  return [
    madeFile(paths.page, 'text/html', text.language, page),
    madeFile(paths.ninjs, 'application/json', text.language, ninjs),
    madeFile(paths.revision, 'application/json', text.language, body),
  ]
}

function recordFiles(texts: readonly PlannedText[]): readonly MadeFile[] {
  const records = texts.flatMap(({ approved }) => approved?.approvalRecords ?? [])
  return [...new Map(records.map((signed) => [signed.hash, signed])).values()].map(recordFile)
}

function recordFile({ hash, body, signature, record }: SignedRecord): MadeFile {
  const path = `${approvalsFolder}/${record.kind}-${hash.slice(0, 16)}.json`
  return madeFile(path, 'application/json', null, canonicalJson({ hash, body, signature }))
}

function pictureFile({ path, content, sha256, bytes, mediaType, ...picture }: MadePicture): MadeFile {
  const { original, rendition, width, height } = picture
  return {
    path,
    content,
    sha256,
    bytes,
    mediaType,
    language: null,
    picture: { original, rendition, width, height },
  }
}

function madeFile(path: string, mediaType: string, language: string | null, text: string): MadeFile {
  const content = Buffer.from(text)
  const sha256 = sha256Hex(content)
  return { path, content, sha256, bytes: content.length, mediaType, language, picture: null }
}
