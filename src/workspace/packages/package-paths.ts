import { join } from 'node:path'
import { fileSlug } from '#domain/file-slug.ts'
import { showMoment } from '#domain/package-moment.ts'
import type { WorkspacePaths } from '#workspace/store/paths.ts'

/** Where a package is kept: a folder of its own with the package as a folder and as a zip in it. */
export function packageFolder(paths: WorkspacePaths, id: string): string {
  return join(paths.packages, id)
}

/** The file that `/package/<id>/<zipName>` serves. */
export function packageZipPath(paths: WorkspacePaths, id: string, zipName: string): string {
  return join(packageFolder(paths, id), zipName)
}

/** Such as `20261124-portal-khai-mac-le-hoi-tra`: the day of the approval, the channel, the title in ASCII. */
export function packageName(
  named: Readonly<{
    article: string
    title: string
    channel: string
    approvedAt: number | null
    utcOffset: string
  }>,
): string {
  const { article, channel, approvedAt, utcOffset } = named
  const slug = fileSlug(named.title) || `article-${article.slice(0, 8)}`
  if (approvedAt === null) return `preview-${channel}-${slug}`
  const { year, month, day } = showMoment(approvedAt, utcOffset)
  return `${year}${month}${day}-${channel}-${slug}`
}
