import type { BundleProblem } from '#domain/bundle-problems.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { type BundleManifest, bundleLimits, manifestName, recordsName, signatureName } from './manifest.ts'
import type { ZipEntry } from './zip-layout.ts'

/** An entry as the manifest wants it: `sha256` and `bytes` are of its content. */
export type ExpectedEntry = Readonly<{ name: string; sha256: string; bytes: number }>

export function documentName(hash: string): string {
  return `documents/${hash}`
}

export function revisionName(hash: string): string {
  return `revisions/${hash}`
}

export function assetName(hash: string): string {
  return `assets/${hash}`
}

/**
 * The entries before the manifest, in their order: documents, revisions, assets, records. All are named by the
 * SHA-256 of their bytes, so that no name in a bundle is anybody's choice; what stands twice is written once.
 */
export function expectedEntries(manifest: BundleManifest): readonly ExpectedEntry[] {
  const all = [
    ...manifest.documents.map(({ state, bytes }) => ({ name: documentName(state), sha256: state, bytes })),
    ...manifest.revisions.map(({ hash, bytes }) => ({ name: revisionName(hash), sha256: hash, bytes })),
    ...manifest.assets.map(({ hash, bytes }) => ({ name: assetName(hash), sha256: hash, bytes })),
    { name: recordsName, sha256: manifest.records.hash, bytes: manifest.records.bytes },
  ]
  return [...new Map(all.map((entry) => [entry.name, entry])).values()]
}

/** Compares what a zip holds with what its manifest names: nothing less, nothing more, nothing larger. */
export function checkEntries(
  found: readonly ZipEntry[],
  manifest: BundleManifest,
): Result<null, BundleProblem> {
  const expected = expectedEntries(manifest)
  const names = [...expected.map(({ name }) => name), manifestName, signatureName]
  const wanted = new Set(names)
  const byName = new Map(found.map((entry) => [entry.name, entry]))
  const stranger = found.find(({ name }) => !wanted.has(name))
  if (stranger) return fail({ reason: 'unexpected-entry', detail: stranger.name })
  const missing = names.find((name) => !byName.has(name))
  if (missing) return fail({ reason: 'entry-missing', detail: missing })
  for (const { name, bytes } of expected) {
    if (byName.get(name)?.bytes !== bytes) return fail({ reason: 'changed', detail: name })
    if (bytes > limitOf(name)) return fail({ reason: 'too-large', detail: name })
  }
  const inOrder = names.every((name, index) => found[index]?.name === name)
  return inOrder ? succeed(null) : fail({ reason: 'changed', detail: 'order' })
}

/** Pictures are limited where they are taken in. */
function limitOf(name: string): number {
  if (name.startsWith('documents/')) return bundleLimits.document
  if (name.startsWith('revisions/')) return bundleLimits.revision
  return name === recordsName ? bundleLimits.records : Number.POSITIVE_INFINITY
}
