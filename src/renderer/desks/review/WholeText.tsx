import { useQuery } from '@tanstack/react-query'
import type { QueueItem } from '#contract/workflow.ts'
import { orpc } from '../../client/client.ts'
import styles from '../../ui/article-text/ArticleBlock.module.css'
import { ArticleBlock } from '../../ui/article-text/ArticleBlock.tsx'
import { ErrorNotice } from '../../ui/failure/ErrorNotice.tsx'
import { ArticleFacts } from './ArticleFacts.tsx'

/** The submitted text from its title to its last block, as it would be read, and what is said about it. */
export function WholeText({ item }: Readonly<{ item: QueueItem }>) {
  const status = useQuery(orpc.workflow.status.queryOptions({ input: { document: item.document } }))
  const revision = status.data?.timeline.find(({ record }) => record === item.submission)?.revision
  const { data, error } = useQuery({
    ...orpc.revisions.read.queryOptions({
      input: { document: item.document, revision: revision ?? 'current' },
    }),
    enabled: typeof revision === 'string',
  })
  return (
    <>
      <ErrorNotice error={error ?? status.error} />
      {data && <ArticleFacts metadata={data.metadata} />}
      <div className={styles['text']} lang={item.language}>
        {data?.blocks.map((block) => (
          <ArticleBlock key={block.id} block={block} />
        ))}
      </div>
    </>
  )
}
