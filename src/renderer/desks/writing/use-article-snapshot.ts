import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { readArticle, readMetadata } from '#documents/article.ts'
import type { Article, ArticleMetadata } from '#domain/article.ts'

const restMilliseconds = 400

/** The article as it stands, read anew when the typing rests: no keystroke waits for it. */
export function useArticleSnapshot(doc: Y.Doc): Article {
  const [article, setArticle] = useState(() => readArticle(doc))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let idle: number | undefined
    const read = () => {
      idle = requestIdleCallback(() => setArticle(readArticle(doc)), { timeout: 2000 })
    }
    const rest = () => {
      clearTimeout(timer)
      timer = setTimeout(read, restMilliseconds)
    }
    setArticle(readArticle(doc))
    doc.on('update', rest)
    return () => {
      doc.off('update', rest)
      clearTimeout(timer)
      if (idle !== undefined) cancelIdleCallback(idle)
    }
  }, [doc])
  return article
}

/** The metadata as they stand, at once: a form must show what was chosen. */
export function useMetadata(doc: Y.Doc): ArticleMetadata {
  const [metadata, setMetadata] = useState(() => readMetadata(doc))
  useEffect(() => {
    const read = () => {
      const next = readMetadata(doc)
      setMetadata((held) => (JSON.stringify(held) === JSON.stringify(next) ? held : next))
    }
    read()
    doc.on('update', read)
    return () => doc.off('update', read)
  }, [doc])
  return metadata
}
