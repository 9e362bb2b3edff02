import { readFile } from 'node:fs/promises'
import { type Failure, failure } from '#contract/failures.ts'
import type { ReadFailure } from '#domain/imported-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { detectSeparator, readCsv } from '#formats/glossary/csv.ts'
import type { Rows } from '#formats/glossary/glossary.ts'
import { decodeText } from '#formats/text/decode-text.ts'
import { readXlsx } from '#formats/xlsx/read-xlsx.ts'
import { readZipParts } from '../store/zip-parts.ts'

export type GlossaryTask = Readonly<{ path: string; name: string; sheet: string }>
export type GlossaryFile = Readonly<{
  sheets: readonly string[]
  sheet: string
  separator: string
  encoding: string
  rows: Rows
}>

const mostRows = 100_000

/** Reads a spreadsheet or a text with separated values, by what the bytes are, not by the name. */
export async function readGlossaryFile({
  path,
  name,
  sheet,
}: GlossaryTask): Promise<Result<GlossaryFile, Failure>> {
  const bytes = await readFile(path)
  if (bytes.length === 0) return fail(failure('file-empty', { name }))
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const isOldExcel = bytes[0] === 0xd0 && bytes[1] === 0xcf
  if (isOldExcel) return fail(failure('format-unknown', { name, detected: 'xls' }))
  const read = isZip ? await readWorkbook(bytes, sheet) : readSeparated(bytes)
  if (!read.ok) return fail(named(read.failure, name))
  const rows = read.value.rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  if (rows.length === 0) return fail(failure('file-empty', { name }))
  if (rows.length > mostRows)
    return fail(failure('file-too-large', { name, bytes: rows.length, limit: mostRows }))
  return read
}

async function readWorkbook(bytes: Uint8Array, wanted: string): Promise<Result<GlossaryFile, ReadFailure>> {
  const parts = await readZipParts(bytes)
  const read = parts.ok ? readXlsx(parts.value) : parts
  if (!read.ok) return read
  const filled = read.value.filter(({ rows }) => rows.length > 0)
  const chosen = read.value.find(({ name }) => name === wanted) ?? filled[0]
  const sheets = read.value.map(({ name }) => name)
  return succeed({ sheets, sheet: chosen?.name ?? '', separator: '', encoding: '', rows: chosen?.rows ?? [] })
}

function readSeparated(bytes: Uint8Array): Result<GlossaryFile, ReadFailure> {
  const { text, encoding } = decodeText(bytes)
  if (text.includes('\u0000')) return fail({ code: 'format-damaged', detail: 'no text', line: null })
  const separator = detectSeparator(text)
  return succeed({ sheets: [], sheet: '', separator, encoding, rows: readCsv(text, separator) })
}

function named(cause: ReadFailure, name: string): Failure {
  switch (cause.code) {
    case 'file-encrypted':
      return failure('file-encrypted', { name })
    case 'file-too-large':
      return failure('file-too-large', { name, bytes: cause.bytes, limit: cause.limit })
    case 'format-damaged':
      return failure('format-damaged', { name, detail: cause.detail, line: cause.line })
  }
}
