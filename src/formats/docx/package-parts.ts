import type { ReadFailure } from '#domain/imported-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { childElements, parseXml, type XmlElement } from './xml-tree.ts'

/** The parts of an office file by their path inside it, without a leading slash. */
export type PackageParts = ReadonlyMap<string, Uint8Array>
export type Relationship = Readonly<{ target: string; external: boolean; type: string }>
export type Relationships = ReadonlyMap<string, Relationship>

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1)
}

/** A target such as `../media/image1.png` as the part's path inside the file. */
function resolveTarget(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Reads a part that may be missing. */
export function readPart(parts: PackageParts, path: string): Result<XmlElement | undefined, ReadFailure> {
  const bytes = parts.get(path)
  if (!bytes) return succeed(undefined)
  const parsed = parseXml(bytes)
  if (parsed.ok || parsed.failure.code !== 'format-damaged') return parsed
  return fail({ ...parsed.failure, detail: `${path}: ${parsed.failure.detail}` })
}

/** What a part refers to, by relationship id. */
export function readRelationships(parts: PackageParts, part: string): Result<Relationships, ReadFailure> {
  const folder = folderOf(part)
  const root = readPart(parts, `${folder}_rels/${part.slice(folder.length)}.rels`)
  if (!root.ok) return root
  const relationships = new Map<string, Relationship>()
  for (const child of root.value ? childElements(root.value) : []) {
    const { Id: id = '', Target: target = '', Type: type = '' } = child.attributes
    const external = child.attributes['TargetMode'] === 'External'
    relationships.set(id, { target: external ? target : resolveTarget(folder, target), external, type })
  }
  return succeed(relationships)
}

/** The target of the first relationship whose type ends in `kind`. */
export function targetOf(relationships: Relationships, kind: string): string | undefined {
  return [...relationships.values()].find(({ type }) => type.endsWith(`/${kind}`))?.target
}
