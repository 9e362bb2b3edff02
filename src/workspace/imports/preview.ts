import { type Failure, failure } from '#contract/failures.ts'
import type { ImportPreview } from '#contract/imports.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { EncodingChoice } from '#formats/legacy-vietnamese/convert-imported.ts'
import type { Services } from '../services.ts'
import { faultOrThrow } from '../store/faults.ts'
import { askArticleWorker } from './ask-article-worker.ts'
import { type Previews, previewPictureUrl } from './previews.ts'

/** Bytes of any file that can be imported. */
const largestFile = 200 * 1024 * 1024

type PreviewInput = Readonly<{ grant: string; encoding: EncodingChoice }>

/**
 * Reads a granted file and proposes an article. Nothing is created (SAFE3): only the pictures are put aside,
 * and not before the whole text was judged for stamps. An upload with a stamp does not stay (SEC1).
 */
export async function previewImport(
  services: Pick<Services, 'grants' | 'paths'>,
  previews: Previews,
  input: PreviewInput,
): Promise<Result<ImportPreview, Failure>> {
  const read = await readPreview(services, previews, input)
  if (!read.ok && read.failure.code === 'secret-stamp') services.grants.release(input.grant)
  return read
}

async function readPreview(
  services: Pick<Services, 'grants' | 'paths'>,
  previews: Previews,
  input: PreviewInput,
): Promise<Result<ImportPreview, Failure>> {
  const grant = services.grants.find(input.grant)
  if (!grant.ok) return grant
  const { name, path, bytes } = grant.value
  if (bytes > largestFile) return fail(failure('file-too-large', { name, bytes, limit: largestFile }))
  const file = await askArticleWorker({ path, name, encoding: input.encoding })
  if (!file.ok) return file
  const { format, proposal, pictures, question } = file.value
  try {
    const preview = await previews.open({ name, grant: input.grant }, pictures)
    return succeed({
      preview,
      fileName: name,
      format,
      language: proposal.language,
      metadata: proposal.metadata,
      blocks: proposal.blocks.map((block) => ({ ...block, runs: [...block.runs] })),
      pictures: pictures.map((picture) => ({
        name: picture.name,
        mediaType: picture.mediaType,
        bytes: picture.bytes.length,
        url: previewPictureUrl(preview, picture.name),
      })),
      encodingQuestion: question && { samples: [...question] },
      warnings: [...proposal.warnings],
    })
  } catch (error) {
    return fail(faultOrThrow(error, services.paths.temporary))
  }
}
