import type { Failure } from '#contract/failures.ts'
import type { RevisionRow } from '#contract/revisions.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { faultOrThrow } from '../store/faults.ts'
import { contentOf } from './content.ts'
import { openWritable, type Parts } from './parts.ts'
import { findVersion, insertVersion, type NewVersion, type VersionRow } from './revisions.ts'

/** Keeps the content of now; the same id answers what it kept the first time. */
export function keepRevision(parts: Parts, version: Omit<NewVersion, 'at'>): Result<RevisionRow, Failure> {
  const { store, clock, writer } = parts
  const known = findVersion(store.read, version.id)
  if (known) return succeed(asRevisionRow(parts, known))
  writer.settle(version.document)
  const opened = openWritable(parts, version.document)
  if (!opened.ok) return opened
  const article = contentOf(parts.cache, version.document, opened.value.doc)
  try {
    const row = store.write((db) => insertVersion(db, { ...version, at: clock.now() }, article))
    return succeed(asRevisionRow(parts, row))
  } catch (error) {
    return fail(faultOrThrow(error, store.read.name))
  }
}

function asRevisionRow({ nameOf }: Parts, { profile, ...row }: VersionRow): RevisionRow {
  return { ...row, by: { id: profile, name: nameOf(profile) } }
}
