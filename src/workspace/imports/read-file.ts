import { type Failure, failure } from '#contract/failures.ts'
import type { ImportPreview } from '#contract/imports.ts'
import type { ImportedText, ReadFailure } from '#domain/imported-text.ts'
import { fail, type Result, succeed } from '#domain/result.ts'
import { detectFormat } from '#formats/detect-format.ts'
import { readDoc } from '#formats/doc/read-doc.ts'
import type { PackageParts } from '#formats/docx/package-parts.ts'
import { readDocx } from '#formats/docx/read-docx.ts'
import { decodeHtml } from '#formats/html/decode-html.ts'
import { readHtml } from '#formats/html/read-html.ts'
import { readMarkdown } from '#formats/markdown/read-markdown.ts'
import { readRtf } from '#formats/rtf/read-rtf.ts'
import { decodeText } from '#formats/text/decode-text.ts'
import { readText } from '#formats/text/read-text.ts'
import { readZipParts } from '../store/zip-parts.ts'
import { readWordBinary } from './word-binary.ts'

type FileText = Readonly<{ format: ImportPreview['format']; imported: ImportedText }>

/** Bytes of a text file: a whole book in UTF-8 is a tenth of it. */
const largestTextFile = 20 * 1024 * 1024

const largestRichFile = 60 * 1024 * 1024

type Read = Result<FileText, ReadFailure | Readonly<{ code: 'format-unknown'; detected: string }>>

function read(format: FileText['format'], imported: ImportedText): Read {
  return succeed({ format, imported })
}

/** What a zip is when it is no Word file. */
function otherPackage(parts: PackageParts): string | undefined {
  if (parts.has('xl/workbook.xml')) return 'xlsx'
  if (parts.has('ppt/presentation.xml')) return 'pptx'
  if (parts.has('word/document.xml') || parts.has('[Content_Types].xml')) return undefined
  return parts.has('META-INF/manifest.xml') && parts.has('content.xml') ? 'odt' : 'zip'
}

async function readOffice(bytes: Uint8Array): Promise<Read> {
  const parts = await readZipParts(bytes)
  if (!parts.ok) return parts
  const other = otherPackage(parts.value)
  if (other !== undefined) return fail({ code: 'format-unknown', detected: other })
  const imported = readDocx(parts.value)
  return imported.ok ? read('docx', imported.value) : imported
}

/** What our reader cannot make sense of may still give its plain text to the extractor. */
async function readWord(bytes: Uint8Array): Promise<Read> {
  const whole = readDoc(bytes)
  if (whole.ok && whole.value.items.length > 0) return read('doc', whole.value)
  const plain = await readWordBinary(bytes)
  return plain.ok ? read('doc', plain.value) : plain
}

function readCharacters(name: string, bytes: Uint8Array): Read {
  if (bytes.length > largestTextFile)
    return fail({ code: 'file-too-large', bytes: bytes.length, limit: largestTextFile })
  const { text } = decodeText(bytes)
  if (/\.(md|markdown)$/i.test(name)) return read('md', readMarkdown(text))
  return /\.x?html?$/i.test(name) ? readPage(bytes) : read('txt', readText(text))
}

function readPage(bytes: Uint8Array): Read {
  if (bytes.length > largestTextFile)
    return fail({ code: 'file-too-large', bytes: bytes.length, limit: largestTextFile })
  return read('html', readHtml(decodeHtml(bytes)))
}

/** Pictures make rich text large: each of their bytes is two characters. */
function readRich(bytes: Uint8Array): Read {
  if (bytes.length > largestRichFile)
    return fail({ code: 'file-too-large', bytes: bytes.length, limit: largestRichFile })
  const rich = readRtf(bytes)
  return rich.ok ? read('rtf', rich.value) : rich
}

async function readDetected(name: string, bytes: Uint8Array): Promise<Read> {
  const detected = detectFormat(bytes)
  switch (detected) {
    case 'office':
      return readOffice(bytes)
    case 'word':
      return readWord(bytes)
    case 'encrypted':
      return fail({ code: 'file-encrypted' })
    case 'rtf':
      return readRich(bytes)
    case 'html':
      return readPage(bytes)
    case 'text':
      return readCharacters(name, bytes)
    case 'pdf':
    case 'picture':
    case 'mhtml':
    case 'word-xml':
    case 'compound':
    case 'binary':
      return fail({ code: 'format-unknown', detected })
  }
}

function named(name: string, refused: Extract<Read, { ok: false }>['failure']): Failure {
  switch (refused.code) {
    case 'format-damaged':
      return failure('format-damaged', { name, detail: refused.detail, line: refused.line })
    case 'file-encrypted':
      return failure('file-encrypted', { name })
    case 'file-too-large':
      return failure('file-too-large', { name, bytes: refused.bytes, limit: refused.limit })
    case 'format-unknown':
      return failure('format-unknown', { name, detected: refused.detected })
  }
}

const extensions: Readonly<Record<FileText['format'], RegExp>> = {
  docx: /\.docx$/i,
  doc: /\.doc$/i,
  // Word writes rich text under its own ending, too.
  rtf: /\.(rtf|doc)$/i,
  txt: /\.(txt|text)$/i,
  md: /\.(md|markdown)$/i,
  html: /\.x?html?$/i,
}

/** Says so when a file is not what its name claims. */
function judgeName(name: string, { format, imported }: FileText): FileText {
  if (extensions[format].test(name) || !/\.\w{2,8}$/.test(name)) return { format, imported }
  const warning = { code: 'extensionMisleads', facts: { name, format } } as const
  return { format, imported: { ...imported, warnings: [...imported.warnings, warning] } }
}

/** Reads a file of any importable format, told by its bytes. */
export async function readFileText(name: string, bytes: Uint8Array): Promise<Result<FileText, Failure>> {
  if (bytes.length === 0) return fail(failure('file-empty', { name }))
  const result = await readDetected(name, bytes)
  if (!result.ok) return fail(named(name, result.failure))
  if (result.value.imported.items.length === 0) return fail(failure('file-empty', { name }))
  return succeed(judgeName(name, result.value))
}
