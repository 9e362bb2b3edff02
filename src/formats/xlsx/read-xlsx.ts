import type { ReadFailure } from '#domain/imported-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { type PackageParts, readPart, readRelationships, targetOf } from '../docx/package-parts.ts'
import { childElements, childNamed, descendantNamed, elementText, type XmlElement } from '../docx/xml-tree.ts'

export type Sheet = Readonly<{ name: string; rows: readonly (readonly string[])[] }>

const mostRows = 200_000
const mostColumns = 256

/**
 * The words of a workbook's sheets, as they are shown where that is text; numbers and dates as they are stored,
 * formulas by their last value. Hidden sheets are read too.
 */
export function readXlsx(parts: PackageParts): Result<readonly Sheet[], ReadFailure> {
  const root = readRelationships(parts, '')
  if (!root.ok) return root
  const path = targetOf(root.value, 'officeDocument') ?? 'xl/workbook.xml'
  const workbook = readPart(parts, path)
  const relationships = readRelationships(parts, path)
  if (!workbook.ok) return workbook
  if (!relationships.ok) return relationships
  if (!workbook.value) return fail({ code: 'format-damaged', detail: 'no workbook', line: null })
  const strings = readStrings(parts, targetOf(relationships.value, 'sharedStrings'))
  if (!strings.ok) return strings
  const sheets: Sheet[] = []
  const listed = childNamed(workbook.value, 'sheets')
  for (const entry of listed ? childElements(listed) : []) {
    const target = relationships.value.get(entry.attributes['r:id'] ?? entry.attributes['id'] ?? '')?.target
    const sheet = readPart(parts, target ?? '')
    if (!sheet.ok) return sheet
    if (sheet.value)
      sheets.push({ name: entry.attributes['name'] ?? '', rows: readRows(sheet.value, strings.value) })
  }
  return succeed(sheets)
}

function readStrings(parts: PackageParts, path: string | undefined): Result<readonly string[], ReadFailure> {
  if (path === undefined) return succeed([])
  const table = readPart(parts, path)
  if (!table.ok) return table
  return succeed(table.value ? childElements(table.value).map(stringText) : [])
}

/** A string's text; what is said of its pronunciation is left out. */
function stringText(item: XmlElement): string {
  return childElements(item)
    .filter(({ name }) => name === 't' || name === 'r')
    .map((part) => (part.name === 't' ? elementText(part) : textOf(childNamed(part, 't'))))
    .join('')
}

function textOf(element: XmlElement | undefined): string {
  return element ? elementText(element) : ''
}

function readRows(sheet: XmlElement, strings: readonly string[]): readonly (readonly string[])[] {
  const data = descendantNamed(sheet, 'sheetData')
  const rows: string[][] = []
  for (const row of data ? childElements(data) : []) {
    const number = Number(row.attributes['r'] ?? rows.length + 1)
    if (!Number.isInteger(number) || number < 1 || number > mostRows) continue
    while (rows.length < number) rows.push([])
    rows[number - 1] = readCells(row, strings)
  }
  return rows
}

function readCells(row: XmlElement, strings: readonly string[]): string[] {
  const cells: string[] = []
  for (const cell of childElements(row)) {
    const column = columnOf(cell.attributes['r'] ?? '') ?? cells.length
    if (column >= mostColumns) continue
    while (cells.length <= column) cells.push('')
    cells[column] = cellText(cell, strings)
  }
  return cells
}

/** `B7` stands in column 1. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function cellText(cell: XmlElement, strings: readonly string[]): string {
  const value = textOf(childNamed(cell, 'v'))
  switch (cell.attributes['t']) {
    case 's':
      return strings[Number(value)] ?? ''
    case 'inlineStr': {
      const inline = childNamed(cell, 'is')
      return inline ? stringText(inline) : ''
    }
    default:
      return value
  }
}
