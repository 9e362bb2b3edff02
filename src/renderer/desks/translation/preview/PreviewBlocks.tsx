import { memo, useMemo } from 'react'
import type { BlockText } from '#contract/article-text.ts'
import { ArticleBlock } from '#renderer/ui/article-text/ArticleBlock.tsx'
import styles from './Preview.module.css'

/** The browser watches each group to know whether it is in view: one each block would cost every frame of the desk. */
const groupSize = 20

type Props = Readonly<{ blocks: readonly BlockText[]; missing: ReadonlySet<string | undefined> }>

/** The blocks of a long text, drawn again only where it changed, laid out only where it is seen. */
export const PreviewBlocks = memo(function PreviewBlocks({ blocks, missing }: Props) {
  const groups = useMemo(
    () =>
      Array.from({ length: Math.ceil(blocks.length / groupSize) }, (_, at) =>
        blocks.slice(at * groupSize, (at + 1) * groupSize),
      ),
    [blocks],
  )
  return groups.map((group) => (
    <Group
      key={group[0]?.id}
      blocks={group}
      missing={group.flatMap(({ id }) => (missing.has(id) ? [id] : [])).join(' ')}
    />
  ))
})

type GroupProps = Readonly<{
  blocks: readonly BlockText[]
  /** Ids of blocks in which something is not translated. */
  missing: string
}>

const Group = memo(function Group({ blocks, missing }: GroupProps) {
  const untranslated = new Set(missing.split(' '))
  return (
    <div className={styles['group']}>
      {blocks.map((block) => (
        <div
          key={block.id}
          data-block={block.id}
          className={untranslated.has(block.id) ? styles['missing'] : undefined}
        >
          <ArticleBlock block={block} />
        </div>
      ))}
    </div>
  )
}, isSame)

function isSame(before: GroupProps, now: GroupProps): boolean {
  return (
    before.missing === now.missing &&
    before.blocks.length === now.blocks.length &&
    before.blocks.every((block, at) => block === now.blocks[at])
  )
}
