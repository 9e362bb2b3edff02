import { readFile } from 'node:fs/promises'
import { type Failure, failure } from '#contract/failures.ts'
import type { ImportPreview } from '#contract/imports.ts'
import { proposeArticle } from '#domain/import-proposal/propose-article.ts'
import type { ImportedPicture } from '#domain/imported-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { convertLegacy, type EncodingChoice } from '#formats/legacy-vietnamese/convert-imported.ts'
import { readFileText } from './read-file.ts'
import { refuseStamps, textsOfFile } from './stamp-check.ts'

export type ArticleTask = Readonly<{ path: string; name: string; encoding: EncodingChoice }>

/** A file read as an article. */
export type ArticleFile = Readonly<{
  format: ImportPreview['format']
  proposal: ReturnType<typeof proposeArticle>
  pictures: readonly ImportedPicture[]
  question: ReturnType<typeof convertLegacy>['question']
}>

/** Reads a file and proposes an article, if no stamp is in it, in whatever encoding it is written (SEC1). */
export async function readArticleFile({
  path,
  name,
  encoding,
}: ArticleTask): Promise<Result<ArticleFile, Failure>> {
  const bytes = await readBytes(path, name)
  if (!bytes.ok) return bytes
  const file = await readFileText(name, bytes.value)
  if (!file.ok) return file
  const written = refuseStamps(name, textsOfFile(file.value.imported))
  if (!written.ok) return written
  const { imported, question } = convertLegacy(file.value.imported, encoding)
  const converted = refuseStamps(name, textsOfFile(imported))
  if (!converted.ok) return converted
  const { format } = file.value
  return succeed({ format, proposal: proposeArticle(imported), pictures: imported.pictures, question })
}

async function readBytes(path: string, name: string): Promise<Result<Uint8Array, Failure>> {
  try {
    return succeed(await readFile(path))
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    return fail(failure('file-unreadable', { name, detail }))
  }
}
