import type { Article } from '#domain/article.ts'
import { takesEdition } from '#domain/channels.ts'
import { articleDocument, editionDocument, translationDocument } from '#domain/document-id.ts'
import { editionTexts } from '#domain/editions/edition-article.ts'
import {
  approvalsFolder,
  isPortalTemplate,
  type PackageManifest,
  type PackageText,
  textPaths,
} from '#domain/package-manifest.ts'
import type { PortalRendition, PortalText } from '#domain/portal-text.ts'
import type { RecordSetVerdict } from '#domain/record-set.ts'
import { parseRevision } from '#domain/revision.ts'
import { sha256Hex } from '../../store/sha256.ts'
import { pictureRoom, postedPath } from '../channels/posted-pictures.ts'
import { renderedTexts } from '../package-files.ts'
import { pictureHashes } from '../package-pictures.ts'
import { type Problem, problem } from './problem.ts'

export type TextContext = Readonly<{
  files: ReadonlyMap<string, Buffer>
  manifest: PackageManifest
  records: RecordSetVerdict
}>

/**
 * Checks one language: the revision is the approved one, its approval stands by the package's own records, and
 * page and ninjs are what that revision gives, to the byte.
 */
export function checkText(context: TextContext, text: PackageText): readonly Problem[] {
  const { revision } = textPaths(text.language)
  const body = context.files.get(revision)
  const article = body && parseRevision(body.toString('utf8'))
  if (!body || !article) return [problem('revisionWrong', revision, 'unreadable')]
  const hash = sha256Hex(body)
  const wrong =
    hash !== text.revision ||
    article.metadata.language !== text.language ||
    text.document !== documentOf(context.manifest, article)
  return [
    ...(wrong ? [problem('revisionWrong', revision)] : []),
    ...(article.metadata.internal ? [problem('internalText', revision)] : []),
    ...checkApproval(context, text),
    ...checkPictures(context.manifest, article, text),
    ...(takesEdition(context.manifest.channel) ? [] : checkRendering(context, text, article)),
  ]
}

/** An edition and a translation say what they are of; any other text is the article itself. */
function documentOf(
  { article: id, channel }: PackageManifest,
  { metadata, translation, edition }: Article,
): string | undefined {
  if (takesEdition(channel)) {
    const isOurs = edition?.article === id && edition.channel === channel.id && edition.kind === channel.kind
    return isOurs
      ? editionDocument({ article: id, channel: channel.id, language: metadata.language })
      : undefined
  }
  if (edition) return undefined
  if (!translation) return articleDocument(id)
  return translation.article === id
    ? translationDocument({ article: id, language: metadata.language })
    : undefined
}

function checkApproval({ manifest, records }: TextContext, text: PackageText): readonly Problem[] {
  if (manifest.preview) return []
  const approved = records.documents.get(text.document)?.standing.approved
  if (text.approval === null || !approved) return [problem('approvalMissing', approvalsFolder, text.language)]
  const answers =
    approved.approval.hash === text.approval && approved.submission.record.revision === text.revision
  return answers ? [] : [problem('approvalWrong', approvalsFolder, text.language)]
}

function checkPictures(manifest: PackageManifest, article: Article, text: PackageText): readonly Problem[] {
  const file = textPaths(text.language).revision
  const { channel, files } = manifest
  if (takesEdition(channel)) {
    const room = pictureRoom(channel)
    const wanted = (editionTexts(article)?.pictures ?? []).slice(0, room)
    return wanted.flatMap(({ asset }, at) => {
      const [rendition] = channel.renditions
      const path = rendition && postedPath(text.language, at, rendition.format)
      const isThere = files.some((each) => each.path === path && each.picture?.original === asset)
      return isThere ? [] : [problem('pictureMissing', file, asset)]
    })
  }
  const there = new Set(files.flatMap(({ picture }) => (picture ? [picture.original] : [])))
  return pictureHashes([article])
    .filter((original) => !there.has(original))
    .map((original) => problem('pictureMissing', file, original))
}

function checkRendering(context: TextContext, text: PackageText, article: Article): readonly Problem[] {
  const { manifest, files } = context
  const { template } = manifest
  if (!isPortalTemplate(template)) {
    return [problem('templateUnknown', textPaths(text.language).page, String(template))]
  }
  const rendered = renderedTexts(portalTextOf(context, text, article), template)
  const paths = textPaths(text.language)
  const differs = (path: string, content: string) => !files.get(path)?.equals(Buffer.from(content))
  return [
    ...(differs(paths.page, rendered.page) ? [problem('pageDiffers', paths.page)] : []),
    ...(differs(paths.ninjs, rendered.ninjs) ? [problem('ninjsDiffers', paths.ninjs)] : []),
  ]
}

function portalTextOf({ manifest, records }: TextContext, text: PackageText, article: Article): PortalText {
  const approval = records.records.find(({ hash }) => hash === text.approval)?.record?.record
  return {
    articleId: manifest.article,
    document: text.document,
    language: text.language,
    languages: manifest.texts.map(({ language }) => language),
    article,
    revision: text.revision,
    approvedAt: manifest.preview ? null : (approval?.at ?? null),
    preview: manifest.preview,
    newsroom: manifest.newsroom?.name ?? '',
    utcOffset: manifest.channel.utcOffset,
    pictures: picturesOf(manifest),
  }
}

/** Each picture's files widest first, as they were when the pages were made. */
function picturesOf({ files }: PackageManifest): PortalText['pictures'] {
  const pictures = new Map<string, PortalRendition[]>()
  for (const { path, sha256, bytes, mediaType, picture } of files) {
    if (!picture) continue
    const { original, ...size } = picture
    pictures.set(original, [...(pictures.get(original) ?? []), { path, sha256, bytes, mediaType, ...size }])
  }
  for (const renditions of pictures.values()) renditions.sort((left, right) => right.width - left.width)
  return pictures
}
