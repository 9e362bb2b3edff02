import { approvalsFolder, manifestName, type PackageManifest } from '#domain/package-manifest.ts'
import { judgeRecordSet, type RecordSetVerdict } from '#domain/record-set.ts'
import { verifySignature } from '#workspace/records/signature.ts'
import { sha256Hex } from '#workspace/store/sha256.ts'
import { parseJson } from './manifest-check.ts'
import { type Problem, problem } from './problem.ts'

export type CheckedRecords = Readonly<{
  verdict: RecordSetVerdict
  count: number
  problems: readonly Problem[]
}>

/**
 * Judges the package's records up to the trusted root. A package of another newsroom is judged by the root it
 * claims: it may be whole, but nobody here knows its signers.
 */
export function checkRecords(
  files: ReadonlyMap<string, Buffer>,
  manifest: PackageManifest,
  trustedRoot: string | null,
): CheckedRecords {
  const named = [...files].filter(([path]) => path.startsWith(`${approvalsFolder}/`))
  const claimed = manifest.newsroom?.rootKey
  const root = claimed === trustedRoot ? trustedRoot : null
  const verdict = judgeRecordSet(
    named.map(([, content]) => parseJson(content)),
    root,
    { sha256: sha256Hex, verify: verifySignature },
  )
  const wrong = verdict.records.flatMap((judged, at) => {
    const file = named[at]?.[0] ?? ''
    if (judged.verdict.kind === 'valid') return []
    const code = judged.verdict.kind === 'invalid' ? 'recordInvalid' : 'signerUnknown'
    return [problem(code, file, judged.detail || judged.verdict.problem)]
  })
  return { verdict, count: named.length, problems: [...rootProblems(claimed, trustedRoot), ...wrong] }
}

function rootProblems(claimed: string | undefined, trustedRoot: string | null): readonly Problem[] {
  if (claimed === undefined) return [problem('newsroomMissing', manifestName)]
  if (trustedRoot === null) return [problem('rootUnknown', manifestName)]
  return claimed === trustedRoot ? [] : [problem('rootOther', manifestName)]
}
