import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../client/client.ts'

/** Lines of the texts in which a search was met, by article, for the rows on the screen. */
export function usePassages(
  text: string,
  articles: readonly string[],
): Readonly<Record<string, string | undefined>> {
  const { data } = useQuery({
    ...orpc.articles.passages.queryOptions({ input: { text, articles: [...articles] } }),
    enabled: text.trim() !== '' && articles.length > 0,
    placeholderData: (before) => before,
  })
  return text.trim() === '' ? {} : (data ?? {})
}
