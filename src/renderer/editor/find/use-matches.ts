import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import { type ArticleMatch, findInArticle, pageRanges } from './article-search.ts'
import { paintMatches, unpaintMatches } from './match-paint.ts'

type Options = Parameters<typeof findInArticle>[2]

const restMilliseconds = 120

/** What is found now, kept up with what is typed; `options` must be the same object while nothing changes in it. */
export function useMatches(editor: LexicalEditor, phrase: string, options: Options) {
  const [matches, setMatches] = useState<readonly ArticleMatch[]>([])
  useEffect(() => {
    const find = () => setMatches(findInArticle(editor, phrase, options))
    let timer = setTimeout(find, restMilliseconds)
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      clearTimeout(timer)
      timer = setTimeout(find, restMilliseconds)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [editor, phrase, options])
  return { matches, findNow: () => setMatches(findInArticle(editor, phrase, options)) }
}

/** Paints them on the page, and the one at `at` apart and in sight. */
export function usePaintedMatches(editor: LexicalEditor, matches: readonly ArticleMatch[], at: number): void {
  useEffect(() => {
    const current = matches[at]
    const ranges = pageRanges(editor, matches)
    const [here] = current ? pageRanges(editor, [current]) : []
    paintMatches(ranges, here)
    here?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [editor, matches, at])
  useEffect(() => unpaintMatches, [])
}
