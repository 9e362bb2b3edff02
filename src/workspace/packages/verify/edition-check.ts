import { takesEdition } from '#domain/channels.ts'
import { editionTexts } from '#domain/editions/edition-article.ts'
import { editionTemplate, manifestName, type PackageManifest, textPaths } from '#domain/package-manifest.ts'
import { parseRevision } from '#domain/revision.ts'
import type { ChannelFile } from '../channels/channel-file.ts'
import { channelFiles } from '../channels/channel-files.ts'
import { channelText, type StoredPicture } from '../package-files.ts'
import { type Problem, problem } from './problem.ts'

type Files = ReadonlyMap<string, Buffer>

/** The files that the package's own revisions give again; empty for a portal, or where a revision cannot be read. */
export function renderedEditions(files: Files, manifest: PackageManifest): readonly ChannelFile[] {
  const { channel, texts, preview } = manifest
  if (!takesEdition(channel) || manifest.template !== editionTemplate) return []
  const read = texts.flatMap(({ language, revision }) => {
    const body = files.get(textPaths(language).revision)
    const article = body && parseRevision(body.toString('utf8'))
    if (!article || !editionTexts(article)) return []
    const text = { article, language, revision, preview }
    return [channelText(manifest, text, picturesIn(files, manifest, language))]
  })
  return read.length < texts.length ? [] : channelFiles(channel.kind, read)
}

function picturesIn(files: Files, manifest: PackageManifest, language: string): readonly StoredPicture[] {
  return manifest.files.flatMap(({ path, mediaType, sha256, picture }) => {
    const content = files.get(path)
    if (!picture || !content || !path.startsWith(`${language}/`)) return []
    return [{ path, mediaType, sha256, original: picture.original, content }]
  })
}

/** Every text file of an edition is what its approved revision gives, to the byte. */
export function checkEditions(files: Files, manifest: PackageManifest): readonly Problem[] {
  if (!takesEdition(manifest.channel)) return []
  if (manifest.template !== editionTemplate) {
    return [problem('templateUnknown', manifestName, String(manifest.template))]
  }
  return renderedEditions(files, manifest)
    .filter(({ path, content }) => !files.get(path)?.equals(Buffer.from(content)))
    .map(({ path }) => problem('textDiffers', path))
}
