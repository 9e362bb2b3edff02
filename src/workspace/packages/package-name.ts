import { fileSlug } from '#domain/file-slug.ts'
import { showMoment } from '#domain/package-moment.ts'

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
