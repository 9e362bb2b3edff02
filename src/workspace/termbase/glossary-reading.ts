import { Worker } from 'node:worker_threads'
import { type Failure, failure } from '#contract/failures.ts'
import type { GlossaryPreview } from '#contract/terms.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { findStamp } from '#domain/secret-stamps.ts'
import type { Concept } from '#domain/terms/termbase.ts'
import {
  type ColumnRole,
  type Glossary,
  type GlossaryEntry,
  proposeColumns,
  readGlossary,
} from '#formats/glossary/glossary.ts'
import type { Services } from '../services.ts'
import { ThreadExhausted, threadAnswer } from '../store/thread-answer.ts'
import type { GlossaryFile, GlossaryTask } from './glossary-file.ts'

export type Reading = Readonly<{
  grant: string
  sheet: string
  header: boolean | null
  columns: readonly ColumnRole[] | null
}>
export type ReadGlossary = Readonly<{
  name: string
  file: GlossaryFile
  header: boolean
  columns: readonly ColumnRole[]
  glossary: Glossary
}>

const largestFile = 50 * 2 ** 20
const patience = 60_000

/** Reads a granted glossary in a thread of its own, with bounded time and memory. A stamp anywhere refuses it (SEC1). */
export async function readGrantedGlossary(
  { grants }: Pick<Services, 'grants'>,
  reading: Reading,
): Promise<Result<ReadGlossary, Failure>> {
  const grant = grants.find(reading.grant)
  if (!grant.ok) return grant
  const { path, name, bytes } = grant.value
  if (bytes > largestFile) return fail(failure('file-too-large', { name, bytes, limit: largestFile }))
  const file = await askThread({ path, name, sheet: reading.sheet })
  if (!file.ok) return file
  const { rows } = file.value
  const stamp = stampIn(rows)
  if (stamp) {
    grants.release(reading.grant)
    return fail(failure('secret-stamp', { where: name, ...stamp }))
  }
  const proposed = proposeColumns(rows)
  const header = reading.header ?? proposed.header
  const columns = reading.columns ?? proposed.columns
  return succeed({ name, file: file.value, header, columns, glossary: readGlossary(rows, header, columns) })
}

async function askThread(task: GlossaryTask): Promise<Result<GlossaryFile, Failure>> {
  const worker = new Worker(new URL('./read-glossary-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  try {
    return await threadAnswer<Result<GlossaryFile, Failure>>(worker, patience)
  } catch (error) {
    if (!(error instanceof ThreadExhausted)) throw error
    return fail(failure('format-damaged', { name: task.name, detail: error.message, line: null }))
  }
}

function stampIn(rows: readonly (readonly string[])[]): ReturnType<typeof findStamp> {
  for (const row of rows) {
    for (const cell of row) {
      const stamp = cell.length <= 320 ? findStamp(cell.normalize('NFC')) : undefined
      if (stamp) return stamp
    }
  }
  return undefined
}

const shownRows = 30
const shownSkips = 200

/** What a file holds, and what importing it into a termbase of these concepts would do. */
export function previewOf(read: ReadGlossary, known: readonly Concept[]): GlossaryPreview {
  const { name, file, header, columns, glossary } = read
  const headings = header ? file.rows[0] : undefined
  const merged = mergeEntries(known, glossary.entries, counter('preview'))
  return {
    fileName: name,
    sheets: [...file.sheets],
    sheet: file.sheet,
    separator: file.separator,
    encoding: file.encoding,
    header,
    columns: columns.map((role, at) => ({ name: headings?.[at] ?? '', role })),
    rows: file.rows.slice(header ? 1 : 0, shownRows + 1).map((row) => [...row]),
    total: glossary.entries.length,
    skippedTotal: glossary.skipped.length,
    skipped: glossary.skipped.slice(0, shownSkips).map((skip) => ({ ...skip })),
    added: merged.added.length,
    completed: merged.completed.length,
    known: merged.known.length,
    knownRows: merged.known.slice(0, shownSkips).map((at) => glossary.rows[at] ?? 0),
  }
}

/** Ids that begin alike: the same import makes the same ids. */
export function counter(stem: string): () => string {
  let count = 0
  return () => {
    count += 1
    return `${stem}-${count}`
  }
}

export type MergedEntries = Readonly<{
  added: readonly Concept[]
  completed: readonly Concept[]
  /** Places of the entries that bring nothing new. */
  known: readonly number[]
}>

/** What an import writes: new concepts, and known ones that got further terms. */
export function mergeEntries(
  known: readonly Concept[],
  entries: readonly GlossaryEntry[],
  freshId: () => string,
): MergedEntries {
  const byTerm = new Map<string, string[]>()
  const concepts = new Map(known.map((concept) => [concept.id, concept]))
  const [added, completed] = [new Set<string>(), new Set<string>()]
  const nothingNew: number[] = []
  for (const concept of known) noteTerms(byTerm, concept.id, concept.terms)
  for (const [at, entry] of entries.entries()) {
    const before = concepts.get(mostShared(byTerm, entry.terms) ?? '')
    const id = before?.id ?? freshId()
    const merged = before ? completedBy(before, entry) : { ...entry, id }
    if (merged === before) {
      nothingNew.push(at)
      continue
    }
    concepts.set(id, merged)
    noteTerms(byTerm, id, before ? merged.terms.slice(before.terms.length) : merged.terms)
    if (!before) added.add(id)
    else if (!added.has(id)) completed.add(id)
  }
  const pick = (ids: ReadonlySet<string>) => [...ids].flatMap((id) => concepts.get(id) ?? [])
  return { added: pick(added), completed: pick(completed), known: nothingNew }
}

type Terms = Concept['terms']

/** The concept that has the most of these terms, forbidden ones too; one that shares only those is another. */
function mostShared(byTerm: ReadonlyMap<string, readonly string[]>, terms: Terms): string | undefined {
  const shared = new Map<string, number>()
  for (const term of terms) {
    const weight = term.use === 'forbidden' ? 0.1 : 1
    for (const id of byTerm.get(termKey(term)) ?? []) shared.set(id, (shared.get(id) ?? 0) + weight)
  }
  const [best] = [...shared].sort((left, right) => right[1] - left[1])
  return best && best[1] >= 1 ? best[0] : undefined
}

function termKey({ language, text, use }: Terms[number]): string {
  return `${language} ${use === 'forbidden' ? 'x' : ''} ${text.toLowerCase()}`
}

function noteTerms(byTerm: Map<string, string[]>, id: string, terms: Terms): void {
  for (const term of terms) {
    const key = termKey(term)
    byTerm.set(key, [...(byTerm.get(key) ?? []), id])
  }
}

/** A concept keeps all it has; what it lacks comes behind, and is preferred only in a language it had no term in. */
function completedBy(concept: Concept, entry: GlossaryEntry): Concept {
  const has = (language: string, text: string) =>
    concept.terms.some((term) => term.language === language && term.text.toLowerCase() === text.toLowerCase())
  const fresh = entry.terms.filter(({ language, text }) => !has(language, text))
  if (fresh.length === 0) return concept
  const terms = fresh.map((term, at) => {
    const taken = concept.terms.some(({ language, use }) => language === term.language && use === 'preferred')
    const use = term.use === 'preferred' && taken ? ('allowed' as const) : term.use
    return { ...term, id: `${term.language}-i${concept.terms.length + at}`, use }
  })
  return { ...concept, terms: [...concept.terms, ...terms] }
}
