import { type EditionChannel, takesEdition } from '#domain/channels.ts'
import {
  approvalsFolder,
  type PackageFile,
  type PackageManifest,
  textPaths,
} from '#domain/package-manifest.ts'
import { parseRevision } from '#domain/revision.ts'
import { pictureHashes } from '../package-pictures.ts'
import { renderedEditions } from './edition-check.ts'
import { type Problem, problem } from './problem.ts'

/** A manifest can name files that no approved text asks for: what they say was approved by nobody. */
export function checkExplained(
  files: ReadonlyMap<string, Buffer>,
  manifest: PackageManifest,
): readonly Problem[] {
  const texts = explainedTexts(files, manifest)
  const articles = manifest.texts.flatMap(({ language }) => {
    const body = files.get(textPaths(language).revision)
    const article = body && parseRevision(body.toString('utf8'))
    return article ? [article] : []
  })
  const shown = new Set(pictureHashes(articles))
  return manifest.files.flatMap((file) => {
    if (file.picture) return isShown(file, shown, manifest) ? [] : [problem('pictureUnknown', file.path)]
    const explained = texts.has(file.path) || file.path.startsWith(`${approvalsFolder}/`)
    return explained ? [] : [problem('fileUnexplained', file.path)]
  })
}

function explainedTexts(files: ReadonlyMap<string, Buffer>, manifest: PackageManifest): ReadonlySet<string> {
  if (!takesEdition(manifest.channel)) {
    return new Set(manifest.texts.flatMap(({ language }) => Object.values(textPaths(language))))
  }
  const revisions = manifest.texts.map(({ language }) => textPaths(language).revision)
  return new Set([...revisions, ...renderedEditions(files, manifest).map(({ path }) => path)])
}

function isShown(
  { path, mediaType, picture }: PackageFile,
  shown: ReadonlySet<string>,
  { channel }: PackageManifest,
): boolean {
  if (takesEdition(channel)) return isPosted(path, mediaType, picture, shown, channel)
  const rendition = channel.renditions.find(({ name }) => name === picture?.rendition)
  return (
    picture !== null &&
    rendition !== undefined &&
    shown.has(picture.original) &&
    mediaType === `image/${rendition.format}` &&
    path.startsWith(`pictures/${picture.original.slice(0, 16)}-${rendition.name}.`)
  )
}

/** A numbered picture of a language; that its number is the posting order's, the check of the texts says. */
function isPosted(
  path: string,
  mediaType: string,
  picture: PackageFile['picture'],
  shown: ReadonlySet<string>,
  channel: EditionChannel,
): boolean {
  const [rendition] = channel.renditions
  return (
    picture !== null &&
    rendition !== undefined &&
    picture.rendition === rendition.name &&
    shown.has(picture.original) &&
    mediaType === `image/${rendition.format}` &&
    /^[^/]+\/\d{2,}\.(?:jpg|png|webp)$/.test(path)
  )
}
