import { readFileSync } from 'node:fs'
import { type Failure, failure } from '#contract/failures.ts'
import type { ImportPreview } from '#contract/imports.ts'
import { proposeArticle } from '#domain/import-proposal/propose-article.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { convertLegacy, type EncodingChoice } from '#formats/legacy-vietnamese/convert-imported.ts'
import type { Grant, Services } from '../services.ts'
import { faultOrThrow } from '../store/faults.ts'
import { type Previews, previewPictureUrl } from './previews.ts'
import { largestFile, readFileText } from './read-file.ts'
import { refuseStamps, textsOfFile } from './stamp-check.ts'

function readGranted(grant: Grant): Result<Uint8Array, Failure> {
  if (grant.bytes > largestFile) {
    return fail(failure('file-too-large', { name: grant.name, bytes: grant.bytes, limit: largestFile }))
  }
  try {
    return succeed(readFileSync(grant.path))
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    return fail(failure('file-unreadable', { name: grant.name, detail }))
  }
}

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
  const bytes = readGranted(grant.value)
  if (!bytes.ok) return bytes
  const { name } = grant.value
  const file = await readFileText(name, bytes.value)
  if (!file.ok) return file
  const written = refuseStamps(name, textsOfFile(file.value.imported))
  if (!written.ok) return written
  const { imported, question } = convertLegacy(file.value.imported, input.encoding)
  const converted = refuseStamps(name, textsOfFile(imported))
  if (!converted.ok) return converted
  const proposal = proposeArticle(imported)
  try {
    const preview = previews.open({ name, grant: input.grant }, imported.pictures)
    return succeed({
      preview,
      fileName: name,
      format: file.value.format,
      language: proposal.language,
      metadata: proposal.metadata,
      blocks: proposal.blocks.map((block) => ({ ...block, runs: [...block.runs] })),
      pictures: imported.pictures.map((picture) => ({
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
