import {
  type Concept,
  type ConceptKind,
  conceptKinds,
  type Term,
  type TermUse,
} from '#domain/terms/termbase.ts'

/** What a column holds; `language` (BCP 47) belongs to the roles that hold terms. */
export type ColumnRole = Readonly<{
  role: 'ignore' | 'term' | 'allowed' | 'forbidden' | 'kind' | 'note' | 'source'
  language: string | null
}>

export type Rows = readonly (readonly string[])[]
export type GlossaryEntry = Omit<Concept, 'id'>
export type Glossary = Readonly<{
  entries: readonly GlossaryEntry[]
  /** The row each entry was read from, counting from 1 in the file. */
  rows: readonly number[]
  /** Rows of which no entry can be made; `row` counts from 1 in the file. */
  skipped: readonly Readonly<{ row: number; reason: 'empty' | 'one-language' }>[]
}>

const ignored: ColumnRole = { role: 'ignore', language: null }

/** What headings say of languages, folded: in Vietnamese, English, Chinese, Korean and by code. */
const languageNames: readonly (readonly [string, RegExp])[] = [
  ['vi', /\b(vi|vie|viet|vietnamese|tieng viet|vi-vn)\b|越南?[语語文]|베트남어/u],
  ['en', /\b(en|eng|anh|english|tieng anh|en-us|en-gb)\b|英[语語文]|영어/u],
  ['zh', /\b(zh|zho|chi|trung|hoa|chinese|tieng trung|tieng hoa|zh-cn)\b|[中汉漢]文|[汉漢][语語]|중국어/u],
  ['ko', /\b(ko|kor|han|korean|tieng han|ko-kr)\b|[韩韓][语語文]|한국어|朝鲜语/u],
]
const roleNames: readonly (readonly [ColumnRole['role'], RegExp])[] = [
  ['forbidden', /\b(cam|khong dung|tranh|forbidden|do not use|deprecated)\b|禁|금지/u],
  ['allowed', /\b(khac|dong nghia|chap nhan|allowed|synonym|variant|also)\b|[别別]名|동의어/u],
  ['kind', /\b(loai|nhom|kind|type|category)\b|[类類]|종류/u],
  ['note', /\b(ghi chu|note|notes|comment|definition|dinh nghia|giai thich)\b|[备備]注|비고|메모/u],
  ['source', /\b(nguon|can cu|source|reference)\b|[来來]源|출처/u],
]

/** What the columns seem to hold, by the headings of the first row. */
export function proposeColumns(rows: Rows): Readonly<{ header: boolean; columns: readonly ColumnRole[] }> {
  const width = Math.max(0, ...rows.slice(0, 50).map((row) => row.length))
  const headings = Array.from({ length: width }, (_, at) => headingRole(rows[0]?.[at] ?? ''))
  if (headings.some(({ role }) => role === 'term')) return { header: true, columns: headings }
  return { header: false, columns: Array.from({ length: width }, (_, at) => guessByLetters(rows, at)) }
}

function headingRole(heading: string): ColumnRole {
  const folded = foldHeading(heading)
  const language = languageNames.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
  const role = roleNames.find(([, pattern]) => pattern.test(folded))?.[0]
  if (language !== null) return { role: role === 'forbidden' || role === 'allowed' ? role : 'term', language }
  return role === undefined || role === 'forbidden' || role === 'allowed' ? ignored : { role, language: null }
}

function foldHeading(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('_', '-')
}

/** A file without headings: by the script of what stands in a column. */
function guessByLetters(rows: Rows, column: number): ColumnRole {
  const text = rows
    .slice(0, 200)
    .map((row) => row[column] ?? '')
    .join(' ')
  if (/\p{Script=Hangul}/u.test(text)) return { role: 'term', language: 'ko' }
  if (/\p{Script=Han}/u.test(text)) return { role: 'term', language: 'zh' }
  if (/[ăđơư\u1ea0-\u1ef9]/iu.test(text.normalize('NFC'))) return { role: 'term', language: 'vi' }
  return /\p{Script=Latin}/u.test(text) ? { role: 'term', language: 'en' } : ignored
}

/** Entries of a glossary's rows. Several terms in a cell are set apart by `;` or line breaks; the first is preferred. */
export function readGlossary(rows: Rows, header: boolean, columns: readonly ColumnRole[]): Glossary {
  const entries: GlossaryEntry[] = []
  const places: number[] = []
  const skipped: { row: number; reason: 'empty' | 'one-language' }[] = []
  for (const [at, row] of rows.entries()) {
    if (header && at === 0) continue
    const entry = readRow(row, columns)
    const languages = new Set(entry.terms.map(({ language }) => language))
    if (languages.size > 1) {
      entries.push(entry)
      places.push(at + 1)
    } else skipped.push({ row: at + 1, reason: languages.size === 0 ? 'empty' : 'one-language' })
  }
  return { entries, rows: places, skipped }
}

function readRow(row: readonly string[], columns: readonly ColumnRole[]): GlossaryEntry {
  const terms: Term[] = []
  const texts = { kind: '', note: '', source: '' }
  for (const [at, { role, language }] of columns.entries()) {
    const cell = (row[at] ?? '').normalize('NFC').trim()
    if (cell === '' || role === 'ignore') continue
    if (role === 'kind' || role === 'note' || role === 'source') texts[role] = joined(texts[role], cell)
    else if (language !== null) addTerms(terms, cell, role, language)
  }
  return { ...texts, kind: kindOf(texts.kind), status: 'proposed', terms }
}

function joined(before: string, cell: string): string {
  return before === '' ? cell : `${before}\n${cell}`
}

function kindOf(text: string): ConceptKind {
  return conceptKinds.find((kind) => kind === text.toLowerCase()) ?? 'other'
}

function addTerms(
  terms: Term[],
  cell: string,
  role: 'term' | 'allowed' | 'forbidden',
  language: string,
): void {
  for (const text of cell.split(/[;\n\r；]+/u).map((each) => each.trim())) {
    const again = terms.some((term) => term.language === language && term.text === text)
    if (text === '' || again || text.length > 500) continue
    const first = !terms.some((term) => term.language === language && term.use === 'preferred')
    const use: TermUse =
      role === 'term' && first ? 'preferred' : role === 'forbidden' ? 'forbidden' : 'allowed'
    terms.push({ id: `${language}-${terms.length}`, language, text, use, note: '' })
  }
}

/** A termbase as a table that reads back: a row a concept, three columns a language. */
export function writeGlossary(concepts: readonly Concept[]): Rows {
  const languages = [...new Set(concepts.flatMap(({ terms }) => terms.map(({ language }) => language)))]
  const ordered = [
    ...['vi', 'en', 'zh', 'ko'].filter((language) => languages.includes(language)),
    ...languages.filter((language) => !['vi', 'en', 'zh', 'ko'].includes(language)).sort(),
  ]
  const heading = ordered.flatMap((language) => [
    language,
    `${language} (allowed)`,
    `${language} (forbidden)`,
  ])
  const cell = (concept: Concept, language: string, use: TermUse) =>
    concept.terms
      .filter((term) => term.language === language && term.use === use)
      .map(({ text }) => text)
      .join('; ')
  return [
    [...heading, 'kind', 'note', 'source'],
    ...concepts.map((concept) => [
      ...ordered.flatMap((language) =>
        (['preferred', 'allowed', 'forbidden'] as const).map((use) => cell(concept, language, use)),
      ),
      concept.kind,
      concept.note,
      concept.source,
    ]),
  ]
}
