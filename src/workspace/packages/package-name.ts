import { fileSlug } from '#domain/file-slug.ts'
import { showMoment } from '#domain/package-moment.ts'

/**
 * Such as `20261124-portal-khai-mac-le-hoi-tra-vi-en`: the day of the approval, the channel, the title in ASCII and
 * the languages.
 */
export function packageName(
  named: Readonly<{
    article: string
    title: string
    channel: string
    /** Named in it, unless it is the story in its own language alone. */
    languages: readonly string[]
    approvedAt: number | null
    utcOffset: string
  }>,
): string {
  const { article, channel, approvedAt, utcOffset } = named
  const title = fileSlug(named.title) || `article-${article.slice(0, 8)}`
  const slug = [title, ...named.languages].join('-')
  if (approvedAt === null) return `preview-${channel}-${slug}`
  const { year, month, day } = showMoment(approvedAt, utcOffset)
  return `${year}${month}${day}-${channel}-${slug}`
}
