import type { CodedText, InlineCode } from '../segments/coded-text.ts'
import { rowStates, segmentFields } from '../segments/segments.ts'
import type { NotedRow, NotedText, TranslationNote } from './translation-note.ts'

/** The part of a revision's canonical form that says what a translation was made from: texts in NFC. */
export function canonicalNote({ article, source, rows, others }: TranslationNote): object {
  return {
    article,
    source,
    rows: rows.map((row) => ({
      ...row,
      source: canonicalCoded(row.source),
      target: canonicalCoded(row.target),
    })),
    others: others.map((text) => ({
      ...text,
      source: canonicalCoded(text.source),
      target: canonicalCoded(text.target),
    })),
  }
}

/** Reads it back; undefined when it is not one. */
export function parseNote(value: unknown): TranslationNote | undefined {
  if (!isFields(value)) return undefined
  const { article, source, rows, others } = value
  if (typeof article !== 'string' || typeof source !== 'string') return undefined
  if (!Array.isArray(rows) || !rows.every(isRow)) return undefined
  return Array.isArray(others) && others.every(isText) ? { article, source, rows, others } : undefined
}

function canonicalCoded(text: CodedText): CodedText {
  return text.map((part) => (typeof part === 'string' ? part.normalize('NFC') : part))
}

function isRow(value: unknown): value is NotedRow {
  if (!isFields(value) || typeof value['block'] !== 'string') return false
  const field = segmentFields.some((name) => name === value['field'])
  const state = rowStates.some((name) => name === value['state'])
  return field && state && isCodedText(value['source']) && isCodedText(value['target'])
}

function isText(value: unknown): value is NotedText {
  return (
    isFields(value) &&
    typeof value['id'] === 'string' &&
    isCodedText(value['source']) &&
    isCodedText(value['target'])
  )
}

/** Whether a value from outside is a coded text. */
export function isCodedText(value: unknown): value is CodedText {
  return Array.isArray(value) && value.every((part) => typeof part === 'string' || isInlineCode(part))
}

function isInlineCode(value: unknown): value is InlineCode {
  if (!isFields(value)) return false
  const { code, number, mark, value: content } = value
  return (
    ['open', 'close', 'single'].some((name) => name === code) &&
    typeof number === 'number' &&
    ['bold', 'italic', 'underline', 'link', 'other'].some((name) => name === mark) &&
    typeof content === 'string'
  )
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
