import type { Failure } from '#contract/failures.ts'
import type { Verdict } from '#contract/packages.ts'
import { manifestName, type PackageManifest } from '#domain/package-manifest.ts'
import { type Result, succeed } from '#domain/result.ts'
import { sha256Hex } from '../../store/sha256.ts'
import { checkEditions } from './edition-check.ts'
import { checkExplained } from './explained-files.ts'
import { compareFiles, readManifest } from './manifest-check.ts'
import { readPackageSource } from './package-source.ts'
import { outcomeOf, type Problem, problem } from './problem.ts'
import { checkRecords } from './record-check.ts'
import type { PackageSource } from './source-collecting.ts'
import { checkText } from './text-check.ts'

/**
 * Judges a package, folder or zip, offline: every byte against its manifest, every record up to the trusted
 * root key (null: none is trusted), every page against the approved revision. Whoever knows which manifest the
 * package was made with (SHA-256) has that checked too. Fails only when there is nothing to judge at `path`.
 */
export async function verifyPackage(
  path: string,
  trustedRoot: string | null,
  madeWith?: string,
): Promise<Result<Verdict, Failure>> {
  const source = await readPackageSource(path)
  if (!source.ok) return source
  const { files, problems } = source.value
  const other = isOther(files.get(manifestName), madeWith) ? [problem('fileChanged', manifestName)] : []
  return succeed(judgeSource({ files, problems: [...problems, ...other] }, trustedRoot))
}

function isOther(manifest: Buffer | undefined, madeWith: string | undefined): boolean {
  if (manifest === undefined || madeWith === undefined) return false
  return sha256Hex(manifest) !== madeWith
}

function judgeSource({ files, problems }: PackageSource, trustedRoot: string | null): Verdict {
  const manifest = readManifest(files.get(manifestName))
  if (!manifest.ok) return verdictOf(files.size, 0, '', [...problems, manifest.failure])
  const judged = judgeContent(files, manifest.value, trustedRoot)
  const newsroom = manifest.value.newsroom?.name ?? ''
  return verdictOf(files.size, judged.records, newsroom, [...problems, ...judged.problems])
}

type Judged = Readonly<{ records: number; problems: readonly Problem[] }>

function judgeContent(
  files: ReadonlyMap<string, Buffer>,
  manifest: PackageManifest,
  trustedRoot: string | null,
): Judged {
  const records = checkRecords(files, manifest, trustedRoot)
  const context = { files, manifest, records: records.verdict }
  const problems = [
    ...compareFiles(files, manifest),
    ...(manifest.preview ? [problem('preview', manifestName)] : []),
    ...records.problems,
    ...manifest.texts.flatMap((text) => checkText(context, text)),
    ...checkEditions(files, manifest),
    ...checkExplained(files, manifest),
  ]
  return { records: records.count, problems }
}

function verdictOf(files: number, records: number, newsroom: string, problems: readonly Problem[]): Verdict {
  return { kind: 'package', outcome: outcomeOf(problems), files, records, newsroom, problems: [...problems] }
}
