import type { Failure } from '#contract/failures.ts'
import { changeArticle, readArticle } from '#documents/article.ts'
import type { Block } from '#domain/blocks.ts'
import { articleDocument } from '#domain/document-id.ts'
import { type Result, succeed } from '#domain/result.ts'
import type { Services } from '../services.ts'

type Attachment = Readonly<{ id: string; clip: string; article: string; profile: string }>

/** Puts a clip at an article's end, durably; an article that holds it already stays as it is. */
export async function attachClip(
  { documents }: Pick<Services, 'documents'>,
  { id, clip, article, profile }: Attachment,
): Promise<Result<null, Failure>> {
  const block: Block = { id: id.slice(-12), kind: 'clip', runs: [], asset: clip }
  const edited = await documents.edit(articleDocument(article), profile, (doc) => {
    const now = readArticle(doc)
    const held = now.blocks.some(({ kind, asset }) => kind === 'clip' && asset === clip)
    if (!held) changeArticle(doc, { ...now, blocks: [...now.blocks, block] })
  })
  return edited.ok ? succeed(null) : edited
}
