import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Failure, failure } from '#contract/failures.ts'
import { memoryLanguage } from '#domain/memory/unit.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { emptyFacts, type TmxFacts, type TmxUnit, writeTmxDate } from '#formats/tmx/tmx.ts'
import { tmxEnd, writeTmxHead, writeTmxUnit } from '#formats/tmx/write-tmx.ts'
import type { JobControl, Services } from '../services.ts'
import type { ReadHandle } from '../store/database.ts'
import { copyDurably, flushFile, moveDurably, writeFailure } from '../store/durable-files.ts'
import { madeFile } from '../store/made-files.ts'
import type { WorkspacePaths } from '../store/paths.ts'
import { contentOf, textsOf, type UnitRow, unitColumns } from './memory-rows.ts'

export type ExportOrder = Readonly<{
  id: string
  from: string | null
  to: string | null
  /** Only units that changed then or later. */
  since: number | null
  /** Where else a whole file is put. */
  path: string | null
}>
type ExportServices = Pick<Services, 'store' | 'paths' | 'version'>

const exportName = 'memory.tmx'

/** Exports are kept until the workspace is opened next. */
export function exportPath(paths: WorkspacePaths, id: string): string {
  return madeFile(paths, id, exportName)
}

const atOnce = 500

/** Writes all live units that have both languages, as they are at this moment; whole, or not at all (SAFE3). */
export async function exportTmx(
  { store, paths, version }: ExportServices,
  order: ExportOrder,
  { signal, progress }: JobControl,
): Promise<Result<string, Failure>> {
  const path = exportPath(paths, order.id)
  if (order.path !== null && existsSync(order.path))
    return fail(failure('target-exists', { path: order.path }))
  mkdirSync(dirname(path), { recursive: true })
  const aside = `${path}.new`
  const out = createWriteStream(aside)
  try {
    const failed = once(out, 'error').then(([error]) => Promise.reject(error as Error))
    failed.catch(() => undefined)
    const put = async (text: string) => {
      if (!out.write(text)) await Promise.race([once(out, 'drain'), failed])
    }
    await put(writeTmxHead({ ...emptyFacts, attributes: headOf(order) }, { name: 'Trạm Tin', version }))
    const last =
      store.read.prepare<[], number>('SELECT coalesce(max(number), 0) FROM tm_units').pluck().get() ?? 0
    for (let after = 0; after < last; ) {
      signal.throwIfAborted()
      const rows = unitsAfter(store.read, { after, last, since: order.since ?? 0 })
      await put(rows.flatMap((row) => unitXml(store.read, row, order)).join(''))
      after = rows.at(-1)?.number ?? last
      progress(after / last)
    }
    await put(tmxEnd)
    out.end()
    await Promise.race([once(out, 'close'), failed])
    await flushFile(aside)
    await moveDurably(aside, path)
    if (order.path !== null) await copyDurably(path, order.path, signal)
    return succeed(order.id)
  } catch (error) {
    out.destroy()
    await rm(aside, { force: true })
    return fail(writeFailure(error, order.path ?? paths.temporary))
  }
}

function headOf({ from }: ExportOrder): Record<string, string> {
  return { srclang: from ?? '*all*' }
}

type Span = Readonly<{ after: number; last: number; since: number }>

function unitsAfter(db: ReadHandle, { after, last, since }: Span): readonly UnitRow[] {
  return db
    .prepare<[number, number, number], UnitRow>(
      `SELECT ${unitColumns} FROM tm_units u JOIN tm_batches b ON b.number = u.batch
       WHERE u.number > ? AND u.number <= ? AND u.changed_at >= ? AND u.withdrawn = 0 AND b.withdrawn = 0 ORDER BY u.number LIMIT ${atOnce}`,
    )
    .all(after, last, since)
}

function unitXml(db: ReadHandle, row: UnitRow, { from, to }: ExportOrder): string[] {
  const wanted = [from, to].flatMap((tag) => (tag === null ? [] : [memoryLanguage(tag)]))
  const texts = textsOf(db, row.number).filter(
    ({ language }) => wanted.length < 2 || wanted.includes(language),
  )
  if (texts.length < 2 || !wanted.every((language) => texts.some((text) => text.language === language)))
    return []
  const facts = readFacts(row.facts)
  const unit: TmxUnit = {
    ...facts,
    attributes: { ...ownAttributes(row), ...facts.attributes },
    texts: texts.map((text) => ({ ...readFacts(text.facts), language: text.tag, content: contentOf(text) })),
  }
  return [writeTmxUnit(unit)]
}

function ownAttributes(row: UnitRow): Record<string, string> {
  return {
    tuid: row.id,
    ...(row.sourceLanguage !== '' && { srclang: row.sourceLanguage }),
    changedate: writeTmxDate(row.at),
    ...(row.by !== '' && { changeid: row.by }),
  }
}

function readFacts(json: string): TmxFacts {
  return json === '' ? emptyFacts : (JSON.parse(json) as TmxFacts)
}

export async function describeExport(
  paths: WorkspacePaths,
  id: string,
): Promise<Result<{ url: string; name: string; bytes: number }, Failure>> {
  try {
    const { size } = await stat(exportPath(paths, id))
    return succeed({ url: `/made/${id}/${exportName}`, name: exportName, bytes: size })
  } catch {
    return fail(failure('not-found', { what: id }))
  }
}
