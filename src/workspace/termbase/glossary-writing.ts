import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Failure } from '#contract/failures.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import type { Concept } from '#domain/terms/termbase.ts'
import { writeCsv } from '#formats/glossary/csv.ts'
import { type Rows, writeGlossary } from '#formats/glossary/glossary.ts'
import { moveDurably, writeDurably, writeFailure } from '../store/durable-files.ts'
import { madeFile } from '../store/made-files.ts'
import type { WorkspacePaths } from '../store/paths.ts'

type Made = Readonly<{ url: string; name: string; bytes: number }>

/** Writes the termbase's concepts as a table that reads back. */
export async function writeGlossaryFile(
  paths: WorkspacePaths,
  order: Readonly<{ id: string; format: 'csv' | 'xlsx' }>,
  concepts: readonly Concept[],
): Promise<Result<Made, Failure>> {
  const name = `termbase.${order.format}`
  const path = madeFile(paths, order.id, name)
  const rows = writeGlossary(concepts)
  const bytes = order.format === 'csv' ? new TextEncoder().encode(writeCsv(rows)) : await workbookOf(rows)
  try {
    await mkdir(dirname(path), { recursive: true })
    const aside = `${path}.${crypto.randomUUID()}`
    await writeDurably(aside, [Buffer.from(bytes)])
    await moveDurably(aside, path)
    return succeed({ url: `/made/${order.id}/${name}`, name, bytes: bytes.length })
  } catch (error) {
    return fail(writeFailure(error, paths.temporary))
  }
}

const widths = { narrow: 14, wide: 34 }

async function workbookOf(rows: Rows): Promise<Uint8Array> {
  // a tenth of the program's start, for what few days need
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  const sheet = workbook.addWorksheet('Termbase', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = (rows[0] ?? []).map((heading) => ({
    header: heading,
    width: heading.length <= 3 ? widths.wide : widths.narrow,
  }))
  for (const row of rows.slice(1)) sheet.addRow([...row])
  sheet.getRow(1).font = { bold: true }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
