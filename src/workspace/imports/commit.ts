import { setImmediate as breath } from 'node:timers/promises'
import { type Failure, failure } from '#contract/failures.ts'
import type { ProposedBlock } from '#contract/imports.ts'
import { type ArticleMetadata, emptyMetadata, metadataNames } from '#domain/article.ts'
import { type Block, isPicture, type Marks } from '#domain/blocks.ts'
import { articleDocument } from '#domain/document-id.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { safeLink } from '#domain/safe-link.ts'
import type { Services } from '../services.ts'
import { previewPicturePath } from '../store/paths.ts'
import { makeUpdate } from './make-update.ts'
import type { OpenPreview, Previews } from './previews.ts'
import { refuseStamps, textsOfBlocks } from './stamp-check.ts'

type CommitInput = Readonly<{
  id: string
  preview: string
  language: string
  metadata: Readonly<Partial<Record<keyof ArticleMetadata, string | boolean>>>
  blocks: readonly ProposedBlock[]
}>
type CommitServices = Pick<Services, 'documents' | 'assets' | 'grants' | 'paths'>

function readMetadata(input: CommitInput): ArticleMetadata {
  const metadata: Record<string, string | boolean> = { ...emptyMetadata }
  for (const name of metadataNames) {
    const value = input.metadata[name]
    if (typeof value === typeof emptyMetadata[name] && value !== undefined) {
      metadata[name] = typeof value === 'string' ? value.normalize('NFC') : value
    }
  }
  return { ...(metadata as ArticleMetadata), language: input.language }
}

/** Pictures the blocks use become originals before anything refers to them (DESIGN §4, assets). */
async function keepPictures(
  { assets, paths }: CommitServices,
  preview: OpenPreview,
  blocks: readonly ProposedBlock[],
): Promise<Result<ReadonlyMap<string, string>, Failure>> {
  const hashes = new Map<string, string>()
  for (const { picture, kind } of blocks) {
    if (picture === null || !isPicture(kind) || hashes.has(picture)) continue
    const path = previewPicturePath(paths, preview.id, picture)
    if (path === undefined || !preview.pictures.includes(picture)) {
      return fail(failure('not-found', { what: picture }))
    }
    const asset = await assets.add({ path, name: picture })
    if (!asset.ok) return asset
    hashes.set(picture, asset.value.hash)
  }
  return succeed(hashes)
}

function cleanMarks({ bold, italic, underline, link }: ProposedBlock['runs'][number]['marks']): Marks {
  const address = link === undefined ? undefined : safeLink(link)
  return {
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(address !== undefined && { link: address }),
  }
}

function toBlock(proposed: ProposedBlock, id: string, hashes: ReadonlyMap<string, string>): Block {
  const pictured = isPicture(proposed.kind)
  const isItem = proposed.kind === 'bullet' || proposed.kind === 'number'
  const asset = pictured && proposed.picture !== null ? hashes.get(proposed.picture) : undefined
  return {
    id,
    kind: proposed.kind,
    runs: proposed.runs.map(({ text, marks }) => ({ text: text.normalize('NFC'), marks: cleanMarks(marks) })),
    ...(isItem && proposed.indent > 0 && { indent: proposed.indent }),
    ...(asset !== undefined && { asset }),
    ...(pictured && proposed.alt !== '' && { alt: proposed.alt.normalize('NFC') }),
    ...(pictured && proposed.credit !== '' && { credit: proposed.credit.normalize('NFC') }),
  }
}

/**
 * Creates the article as the person left the preview: pictures first, then the document, then its revision; the
 * uploaded file has served its turn then. A repeat with the same id creates nothing and succeeds. Each step of a
 * text of book length takes seconds: whoever types meanwhile is answered between them.
 */
export async function commitImport(
  services: CommitServices,
  previews: Previews,
  input: CommitInput,
  profile: string,
): Promise<Result<null, Failure>> {
  const document = articleDocument(input.id)
  if (!services.documents.exists(document)) {
    const created = await createFromPreview(services, previews, input, profile)
    if (!created.ok) return created
  }
  await breath()
  const kept = services.documents.keepRevision(input.id, document, 'imported', '', profile)
  if (!kept.ok) return kept
  const preview = previews.find(input.preview)
  if (preview) services.grants.release(preview.grant)
  previews.close(input.preview)
  await breath()
  return succeed(null)
}

async function createFromPreview(
  services: CommitServices,
  previews: Previews,
  input: CommitInput,
  profile: string,
): Promise<Result<unknown, Failure>> {
  const preview = previews.find(input.preview)
  if (!preview) return fail(failure('import-expired', { preview: input.preview }))
  const metadata = readMetadata(input)
  const judged = await judgeTexts(preview.fileName, textsOfBlocks(input.blocks, metadata))
  if (!judged.ok) return judged
  const hashes = await keepPictures(services, preview, input.blocks)
  if (!hashes.ok) return hashes
  const stem = input.id.slice(-12)
  const blocks = input.blocks.map((block, at) => toBlock(block, `${stem}-${at}`, hashes.value))
  const update = await makeUpdate({ metadata, blocks })
  return services.documents.create(articleDocument(input.id), input.language, update, profile)
}

const judgedAtOnce = 500

/** Each text is read in three encodings, which takes longer than all the rest. */
async function judgeTexts(where: string, texts: readonly string[]): Promise<Result<null, Failure>> {
  for (let at = 0; at < texts.length; at += judgedAtOnce) {
    const judged = refuseStamps(where, texts.slice(at, at + judgedAtOnce))
    if (!judged.ok) return judged
    await breath()
  }
  return succeed(null)
}
