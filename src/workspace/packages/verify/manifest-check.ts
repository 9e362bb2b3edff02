import { z } from 'zod'
import { canonicalJson } from '#domain/canonical-json.ts'
import { byPath, manifestName, type PackageManifest, packageManifest } from '#domain/package-manifest.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { sha256Hex } from '../../store/sha256.ts'
import { type Problem, problem } from './problem.ts'

/** Reads the manifest: of our schema, canonical, each file named once and in order. */
export function readManifest(content: Buffer | undefined): Result<PackageManifest, Problem> {
  if (!content) return fail(problem('manifestMissing', manifestName))
  const parsed = packageManifest.safeParse(parseJson(content))
  if (!parsed.success) {
    return fail(problem('manifestInvalid', manifestName, z.prettifyError(parsed.error)))
  }
  const manifest = parsed.data
  if (!Buffer.from(canonicalJson(manifest)).equals(content)) {
    return fail(problem('manifestInvalid', manifestName, 'not canonical JSON (RFC 8785)'))
  }
  const twice = manifest.files.find((file, at) => {
    const next = manifest.files[at + 1]
    return next !== undefined && byPath(file, next) >= 0
  })
  return twice
    ? fail(problem('manifestInvalid', manifestName, `out of order: ${twice.path}`))
    : succeed(manifest)
}

/** Every file against what the manifest says of it: none missing, none more, no byte changed. */
export function compareFiles(
  files: ReadonlyMap<string, Buffer>,
  manifest: PackageManifest,
): readonly Problem[] {
  const named = new Set([manifestName, ...manifest.files.map(({ path }) => path)])
  const extra = [...files.keys()].filter((path) => !named.has(path)).map((path) => problem('fileExtra', path))
  const wrong = manifest.files.flatMap(({ path, sha256, bytes }) => {
    const content = files.get(path)
    if (!content) return [problem('fileMissing', path)]
    const same = content.length === bytes && sha256Hex(content) === sha256
    return same ? [] : [problem('fileChanged', path)]
  })
  return [...wrong, ...extra]
}

export function parseJson(content: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch {
    return undefined
  }
}
